/** What operators ask the services of an installation and have them do: dead letters, unsettled work, findings, keys. */
@NullMarked
package io.koobridge.cli.operate;

import org.jspecify.annotations.NullMarked;
