/** What one reconcile of an instance does. */
@NullMarked
package io.koobridge.provisioning.reconcile;

import org.jspecify.annotations.NullMarked;
