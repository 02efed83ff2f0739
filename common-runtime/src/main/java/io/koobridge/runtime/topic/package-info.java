/** Topics come into being, or are checked, without anybody waiting for the broker (design §4). */
@NullMarked
package io.koobridge.runtime.topic;

import org.jspecify.annotations.NullMarked;
