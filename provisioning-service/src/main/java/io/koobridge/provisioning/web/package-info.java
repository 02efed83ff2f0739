/** What the gateway asks about instances, and what the product tells by itself. */
@NullMarked
package io.koobridge.provisioning.web;

import org.jspecify.annotations.NullMarked;
