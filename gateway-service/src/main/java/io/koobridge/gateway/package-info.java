/** The one door through which KooGallery comes in: every edition ends here (design §1, §3). */
@NullMarked
package io.koobridge.gateway;

import org.jspecify.annotations.NullMarked;
