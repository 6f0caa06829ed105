/** Starts the packaged product as a user does, for tests that look at it from outside. */
@NullMarked
package io.entente.acceptance.kit;

import org.jspecify.annotations.NullMarked;
