/** Makes real what was decided: licences are made and uploaded, codes activated, queried, reported. */
@NullMarked
package io.koobridge.license.reconcile;

import org.jspecify.annotations.NullMarked;
