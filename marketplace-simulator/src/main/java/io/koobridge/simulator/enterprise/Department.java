package io.koobridge.simulator.enterprise;

/**
 * A department as the five interfaces tell it.
 *
 * @param parentCode empty: a top department
 */
public record Department(String orgCode, String orgName, String parentCode) {

    Department named(String other) {
        return new Department(orgCode, other, parentCode);
    }

    Department below(String other) {
        return new Department(orgCode, orgName, other);
    }
}
