/** What the suite did, for the console's timelines; never read for a decision. */
@NullMarked
package io.koobridge.events.journal;

import org.jspecify.annotations.NullMarked;
