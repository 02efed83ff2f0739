/** The commands that documents show, and who runs them. */
@NullMarked
package io.koobridge.system.documents.commands;

import org.jspecify.annotations.NullMarked;
