/** Facts about a marketplace instance and the state that follows from them. */
@NullMarked
package io.koobridge.events.instance;

import org.jspecify.annotations.NullMarked;
