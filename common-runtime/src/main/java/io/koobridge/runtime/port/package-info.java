/** Two ports: the public one, and the internal one for other services and for operators (design §7). */
@NullMarked
package io.koobridge.runtime.port;

import org.jspecify.annotations.NullMarked;
