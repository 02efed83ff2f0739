/** Documents say only what works. */
@NullMarked
package io.koobridge.system.documents;

import org.jspecify.annotations.NullMarked;
