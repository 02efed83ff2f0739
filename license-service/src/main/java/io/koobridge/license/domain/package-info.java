/** What is decided about licences and codes. Knows the JDK and the common words alone. */
@NullMarked
package io.koobridge.license.domain;

import org.jspecify.annotations.NullMarked;
