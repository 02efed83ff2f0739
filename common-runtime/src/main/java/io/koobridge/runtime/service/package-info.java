/** Calls to the internal port of another service. */
@NullMarked
package io.koobridge.runtime.service;

import org.jspecify.annotations.NullMarked;
