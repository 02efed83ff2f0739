/** Applications for licences: how quickly they are answered while licences take long, and how many licences come in a second. */
@NullMarked
package io.koobridge.benchmark.load.licenses;

import org.jspecify.annotations.NullMarked;
