/** Which installation a command talks to. */
@NullMarked
package io.koobridge.cli.installation;

import org.jspecify.annotations.NullMarked;
