@NullMarked
package io.koobridge.gateway.url;

import org.jspecify.annotations.NullMarked;
