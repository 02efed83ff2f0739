/** Single fields of a V1 call and its answer that are encrypted with a key derived from the access key (saas-v1 §7.4, §7.5). */
@NullMarked
package io.koobridge.crypto.field;

import org.jspecify.annotations.NullMarked;
