/** Times as KooGallery spells them. */
@NullMarked
package io.koobridge.gateway.dialect.time;

import org.jspecify.annotations.NullMarked;
