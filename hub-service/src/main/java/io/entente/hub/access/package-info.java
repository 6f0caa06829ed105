/** Who may do what: tokens with permissions, denied by default. Tokens are kept as hashes only. */
@NullMarked
package io.entente.hub.access;

import org.jspecify.annotations.NullMarked;
