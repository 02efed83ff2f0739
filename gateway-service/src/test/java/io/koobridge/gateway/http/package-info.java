@NullMarked
package io.koobridge.gateway.http;

import org.jspecify.annotations.NullMarked;
