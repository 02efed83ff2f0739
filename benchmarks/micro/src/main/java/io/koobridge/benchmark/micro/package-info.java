/** JMH: verification, canonical form, codec, decisions. */
@NullMarked
package io.koobridge.benchmark.micro;

import org.jspecify.annotations.NullMarked;
