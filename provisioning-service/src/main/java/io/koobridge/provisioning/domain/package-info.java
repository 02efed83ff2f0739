/** An instance's life as pure decisions; knows the JDK and common-events, nothing else. */
@NullMarked
package io.koobridge.provisioning.domain;

import org.jspecify.annotations.NullMarked;
