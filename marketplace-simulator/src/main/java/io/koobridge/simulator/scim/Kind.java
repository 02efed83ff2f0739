package io.koobridge.simulator.scim;

/** What the directory holds. */
enum Kind {
    USERS("Users", "User", "userName"),
    GROUPS("Groups", "Group", "displayName");

    private final String plural;
    private final String singular;
    private final String required;

    Kind(String plural, String singular, String required) {
        this.plural = plural;
        this.singular = singular;
        this.required = required;
    }

    /** As in addresses. */
    String plural() {
        return plural;
    }

    String singular() {
        return singular;
    }

    String schema() {
        return "urn:ietf:params:scim:schemas:core:2.0:" + singular;
    }

    /** The attribute that none may lack. */
    String required() {
        return required;
    }
}
