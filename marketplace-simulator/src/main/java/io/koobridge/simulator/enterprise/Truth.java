package io.koobridge.simulator.enterprise;

import io.koobridge.simulator.signing.ClientSecretCipher;
import java.util.function.Supplier;

/**
 * What is true of an enterprise, whatever the seller knows of it. Whoever changes it holds its enterprise's lock.
 *
 * @param cipher by the credential's public key of that moment
 */
record Truth(Words words, Departments departments, Roster roster, Supplier<ClientSecretCipher> cipher) {}
