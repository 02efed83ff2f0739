/** What operators see of dead letters and do with them: list, show, preview, replay, park. */
@NullMarked
package io.koobridge.service.deadletter;

import org.jspecify.annotations.NullMarked;
