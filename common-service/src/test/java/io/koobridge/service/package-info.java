@NullMarked
package io.koobridge.service;

import org.jspecify.annotations.NullMarked;
