/** Bringing existing customers along: a seller's file, read line by line and sent to the service. */
@NullMarked
package io.koobridge.cli.imports;

import org.jspecify.annotations.NullMarked;
