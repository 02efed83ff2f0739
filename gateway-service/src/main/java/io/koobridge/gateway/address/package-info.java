/** The production addresses that KooGallery calls, with their keys. */
@NullMarked
package io.koobridge.gateway.address;

import org.jspecify.annotations.NullMarked;
