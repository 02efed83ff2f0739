/** What calls of License products say, beside those that say what SaaS says (license §4, §7). */
@NullMarked
package io.koobridge.simulator.licensing;

import org.jspecify.annotations.NullMarked;
