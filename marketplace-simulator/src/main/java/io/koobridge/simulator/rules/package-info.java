/** What counts as a success: the rules by which KooGallery judges an answer of the seller. */
@NullMarked
package io.koobridge.simulator.rules;

import org.jspecify.annotations.NullMarked;
