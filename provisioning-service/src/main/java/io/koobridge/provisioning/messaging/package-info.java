/** Facts in, states out. */
@NullMarked
package io.koobridge.provisioning.messaging;

import org.jspecify.annotations.NullMarked;
