package io.koobridge.testkit;

/** Puts a database's name into a MongoDB connection string, whose options and credentials stay. */
final class MongoAddress {

    private MongoAddress() {}

    static String withDatabase(String address, String database) {
        int options = address.indexOf('?');
        String servers = options < 0 ? address : address.substring(0, options);
        int path = servers.indexOf('/', servers.indexOf("://") + 3);
        String hosts = path < 0 ? servers : servers.substring(0, path);
        return hosts + "/" + database + (options < 0 ? "" : address.substring(options));
    }
}
