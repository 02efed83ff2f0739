@NullMarked
package io.koobridge.provisioning;

import org.jspecify.annotations.NullMarked;
