/** What a person should look at. */
@NullMarked
package io.koobridge.service.finding;

import org.jspecify.annotations.NullMarked;
