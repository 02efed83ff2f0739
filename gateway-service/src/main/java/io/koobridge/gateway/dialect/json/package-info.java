/** JSON and its members as strangers write them. */
@NullMarked
package io.koobridge.gateway.dialect.json;

import org.jspecify.annotations.NullMarked;
