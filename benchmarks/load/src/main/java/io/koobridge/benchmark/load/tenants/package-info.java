/** Enterprises of joint operations: how quickly lists are acknowledged, and how quickly all of their rows are stored. */
@NullMarked
package io.koobridge.benchmark.load.tenants;

import org.jspecify.annotations.NullMarked;
