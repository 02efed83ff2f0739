/** What operators see of work that is not done, and how they have it tried again. */
@NullMarked
package io.koobridge.service.work;

import org.jspecify.annotations.NullMarked;
