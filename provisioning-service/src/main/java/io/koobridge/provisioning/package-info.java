/** How the rooms of this service are put together. */
@NullMarked
package io.koobridge.provisioning;

import org.jspecify.annotations.NullMarked;
