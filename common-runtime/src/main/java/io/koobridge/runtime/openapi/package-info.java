/** What the suite calls on the marketplace: hosts, signing, answers (usage-and-open-api §1, §7, §8). */
@NullMarked
package io.koobridge.runtime.openapi;

import org.jspecify.annotations.NullMarked;
