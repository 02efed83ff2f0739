package io.koobridge.tenant.outside.scim;

/** The two kinds of entries, in SCIM's words. */
enum Kind {
    USER("Users", "User", "userName", "urn:ietf:params:scim:schemas:core:2.0:User", "user"),
    GROUP("Groups", "Group", "displayName", "urn:ietf:params:scim:schemas:core:2.0:Group", "department's group");

    private final String endpoint;
    private final String type;
    private final String nameAttribute;
    private final String schema;
    private final String words;

    Kind(String endpoint, String type, String nameAttribute, String schema, String words) {
        this.endpoint = endpoint;
        this.type = type;
        this.nameAttribute = nameAttribute;
        this.schema = schema;
        this.words = words;
    }

    String endpoint() {
        return endpoint;
    }

    /** As a member of a group. */
    String type() {
        return type;
    }

    /** What servers want to be unique: of users always, of groups some do. */
    String nameAttribute() {
        return nameAttribute;
    }

    String schema() {
        return schema;
    }

    /** For people. */
    String words() {
        return words;
    }
}
