/** A broker, a store and small fixtures that every module's integration tests share. */
@NullMarked
package io.koobridge.testkit;

import org.jspecify.annotations.NullMarked;
