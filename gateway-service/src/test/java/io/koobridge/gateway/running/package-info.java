/** The gateway as a whole: on free ports, with a real broker and a stand-in for provisioning. */
@NullMarked
package io.koobridge.gateway.running;

import org.jspecify.annotations.NullMarked;
