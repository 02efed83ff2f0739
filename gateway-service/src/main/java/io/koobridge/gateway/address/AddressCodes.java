package io.koobridge.gateway.address;

/**
 * Which result codes an address answers with where that is not the same everywhere.
 *
 * @param changeRefused six digits: "this change is not possible", for which the protocol has no code of its own (saas-v2 §6.6)
 */
public record AddressCodes(Edition edition, String changeRefused) {

    /** "Other internal error", unless configured. */
    public static final String USUAL_CHANGE_REFUSED = "000005";
}
