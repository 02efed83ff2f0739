package io.koobridge.tenant.login.domain;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where an identity is to go.
 *
 * @param nonce what the product sent to recognise its own login; absent when the platform began
 */
public record Delivery(URI address, @Nullable String nonce) {}
