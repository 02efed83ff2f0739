/** Standard Webhooks 1.0 with symmetric secrets: how KooBridge and a seller's own service recognise each other. */
@NullMarked
package io.koobridge.crypto.webhook;

import org.jspecify.annotations.NullMarked;
