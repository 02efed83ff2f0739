@NullMarked
package io.koobridge.testkit;

import org.jspecify.annotations.NullMarked;
