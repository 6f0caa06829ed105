/** Kong's entities: their types, their rules, and reading and writing them with all checks. */
@NullMarked
package io.entente.simulator.kong.entity;

import org.jspecify.annotations.NullMarked;
