/** What a call asks for and what it hears, without any edition's words. */
@NullMarked
package io.koobridge.gateway.command;

import org.jspecify.annotations.NullMarked;
