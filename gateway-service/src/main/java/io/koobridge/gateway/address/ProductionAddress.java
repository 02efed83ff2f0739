package io.koobridge.gateway.address;

/**
 * One address that KooGallery calls.
 *
 * @param path compared with the path of a request as it came, undecoded
 */
public record ProductionAddress(String path, AddressKind kind, AddressCodes codes, AddressKeys keys, SaasTerms saas) {}
