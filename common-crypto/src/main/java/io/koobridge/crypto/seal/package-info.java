/** Sealing of personal data and secrets: whoever seals cannot open, and a sealed value fits only the place it was sealed for (design §7). */
@NullMarked
package io.koobridge.crypto.seal;

import org.jspecify.annotations.NullMarked;
