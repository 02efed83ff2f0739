@NullMarked
package io.koobridge.gateway.config;

import org.jspecify.annotations.NullMarked;
