@NullMarked
package io.koobridge.gateway.command;

import org.jspecify.annotations.NullMarked;
