package io.koobridge.stack.demo;

import java.util.List;

/** What happened in a chapter, and whether it was right. */
record Story(Table calls, List<Check> checks) {}
