/** Declarative configurations of a node without a database: reading, judging and writing them. */
@NullMarked
package io.entente.simulator.kong.declarative;

import org.jspecify.annotations.NullMarked;
