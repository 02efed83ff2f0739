/** Whether an operation would succeed now, and if not, what is down. No part of readiness (design §8). */
@NullMarked
package io.koobridge.runtime.health;

import org.jspecify.annotations.NullMarked;
