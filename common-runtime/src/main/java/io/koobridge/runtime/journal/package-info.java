/** What every service tells the operator's timeline (design §6). Never read for a decision. */
@NullMarked
package io.koobridge.runtime.journal;

import org.jspecify.annotations.NullMarked;
