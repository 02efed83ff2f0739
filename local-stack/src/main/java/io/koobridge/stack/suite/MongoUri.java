package io.koobridge.stack.suite;

/** Puts a database's name into a MongoDB connection string, whose options and credentials stay. */
final class MongoUri {

    private MongoUri() {}

    static String withDatabase(String server, String database) {
        int options = server.indexOf('?');
        String hosts = options < 0 ? server : server.substring(0, options);
        int path = hosts.indexOf('/', hosts.indexOf("://") + 3);
        return (path < 0 ? hosts : hosts.substring(0, path))
                + "/"
                + database
                + (options < 0 ? "" : server.substring(options));
    }
}
