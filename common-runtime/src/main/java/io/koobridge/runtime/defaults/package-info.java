/** Settings that every service has unless it says otherwise: nothing needs to be imported or switched on. */
@NullMarked
package io.koobridge.runtime.defaults;

import org.jspecify.annotations.NullMarked;
