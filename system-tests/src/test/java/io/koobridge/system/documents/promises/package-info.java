/** {@code docs/guarantees.md}: what a user can rely on, and the tests that show it. */
@NullMarked
package io.koobridge.system.documents.promises;

import org.jspecify.annotations.NullMarked;
