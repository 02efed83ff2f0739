/** How calls to the marketplace's open API are signed (usage-and-open-api §2.2 and §7). */
@NullMarked
package io.koobridge.crypto.openapi;

import org.jspecify.annotations.NullMarked;
