/** A directory that is a service of the seller's own, told by signed messages. */
@NullMarked
package io.koobridge.tenant.outside.webhook;

import org.jspecify.annotations.NullMarked;
