/** What an edition of the protocol has to bring along to be spoken here. */
@NullMarked
package io.koobridge.gateway.dialect;

import org.jspecify.annotations.NullMarked;
