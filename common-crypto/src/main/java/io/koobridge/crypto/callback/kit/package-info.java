/** The header signature of the joint-operations kit's V2 edition: tenant-sync §3.1. */
@NullMarked
package io.koobridge.crypto.callback.kit;

import org.jspecify.annotations.NullMarked;
