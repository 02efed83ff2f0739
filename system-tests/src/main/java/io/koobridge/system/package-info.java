/** What crosses modules: walls, documents, the suite end to end, faults. */
@NullMarked
package io.koobridge.system;

import org.jspecify.annotations.NullMarked;
