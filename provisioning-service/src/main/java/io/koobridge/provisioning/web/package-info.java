/** What the gateway asks about instances. */
@NullMarked
package io.koobridge.provisioning.web;

import org.jspecify.annotations.NullMarked;
