/** Both signatures of the protocol, written from its description alone: the body signature of callbacks and the access-key signature of open APIs. */
@NullMarked
package io.koobridge.simulator.signing;

import org.jspecify.annotations.NullMarked;
