/** What every service would otherwise repeat. Never names a fact type. */
@NullMarked
package io.koobridge.service;

import org.jspecify.annotations.NullMarked;
