/** Buyers apply for licences of online Licenses, and licences come (license §3.5, §5.1). */
@NullMarked
package io.koobridge.simulator.applying;

import org.jspecify.annotations.NullMarked;
