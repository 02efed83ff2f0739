/** States out: what documents have become, on compacted topics. */
@NullMarked
package io.koobridge.service.state;

import org.jspecify.annotations.NullMarked;
