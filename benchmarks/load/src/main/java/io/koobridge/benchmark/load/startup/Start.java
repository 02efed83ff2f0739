package io.koobridge.benchmark.load.startup;

import io.koobridge.stack.process.ProcessSpec;

/** A way to start the gateway. */
record Start(String label, ProcessSpec process) {}
