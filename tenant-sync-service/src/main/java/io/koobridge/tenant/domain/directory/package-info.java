/** What is wanted of the seller's directory of people, and what it says to that. */
@NullMarked
package io.koobridge.tenant.domain.directory;

import org.jspecify.annotations.NullMarked;
