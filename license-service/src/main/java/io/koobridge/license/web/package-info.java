/** What the gateway, the seller's licence server and the seller's software ask. */
@NullMarked
package io.koobridge.license.web;

import org.jspecify.annotations.NullMarked;
