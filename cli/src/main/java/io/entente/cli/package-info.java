/**
 * The command line: kubectl-like nouns and verbs over the hub's REST interface.
 *
 * <p>Exit codes: 0 done (for {@code plan}: nothing would change), 1 failed or refused, 2 {@code
 * plan} found changes.
 */
@NullMarked
package io.entente.cli;

import org.jspecify.annotations.NullMarked;
