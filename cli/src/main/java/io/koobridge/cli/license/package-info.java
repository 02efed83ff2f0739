/** Licences that KooBridge signed: checked, shown, and keys for them. */
@NullMarked
package io.koobridge.cli.license;

import org.jspecify.annotations.NullMarked;
