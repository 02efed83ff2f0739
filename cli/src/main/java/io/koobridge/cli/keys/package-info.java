/** RSA keys, of which the marketplace gets the public half (tenant-sync §6.3). */
@NullMarked
package io.koobridge.cli.keys;

import org.jspecify.annotations.NullMarked;
