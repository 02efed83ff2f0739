/** How an answer to the marketplace is signed (saas-v2 §7.8). */
@NullMarked
package io.koobridge.crypto.response;

import org.jspecify.annotations.NullMarked;
