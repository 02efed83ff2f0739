/** A domain that breaks its wall on purpose. */
@NullMarked
package io.koobridge.system.walls.wrong.domain;

import org.jspecify.annotations.NullMarked;
