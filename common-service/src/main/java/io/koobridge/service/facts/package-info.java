/** Facts in: decoded, grouped by key, decided, written; unreadable ones put aside. */
@NullMarked
package io.koobridge.service.facts;

import org.jspecify.annotations.NullMarked;
