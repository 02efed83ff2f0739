/** Facts and states of instances in, states of licences out. */
@NullMarked
package io.koobridge.license.messaging;

import org.jspecify.annotations.NullMarked;
