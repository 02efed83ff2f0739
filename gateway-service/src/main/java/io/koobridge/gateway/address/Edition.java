package io.koobridge.gateway.address;

/** Which KooGallery calls an address; they know different result codes (design §10, last line). */
public enum Edition {
    CN,
    EU,
    INTL
}
