/** The durable stand-in store: it speaks MongoDB's wire protocol and survives kill -9. */
@NullMarked
package io.koobridge.stack.store;

import org.jspecify.annotations.NullMarked;
