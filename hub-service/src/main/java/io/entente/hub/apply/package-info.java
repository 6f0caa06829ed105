/** Executes approved plans step by step with a journal, and tells what became of every policy. */
@NullMarked
package io.entente.hub.apply;

import org.jspecify.annotations.NullMarked;
