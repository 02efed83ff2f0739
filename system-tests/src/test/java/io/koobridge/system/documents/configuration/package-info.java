/** {@code docs/configuration.md}: every setting, from what the configuration classes say of themselves. */
@NullMarked
package io.koobridge.system.documents.configuration;

import org.jspecify.annotations.NullMarked;
