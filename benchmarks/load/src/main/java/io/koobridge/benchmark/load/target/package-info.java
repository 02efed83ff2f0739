/** What is put under load: the gateway and what it is compared with, each as processes of its own. */
@NullMarked
package io.koobridge.benchmark.load.target;

import org.jspecify.annotations.NullMarked;
