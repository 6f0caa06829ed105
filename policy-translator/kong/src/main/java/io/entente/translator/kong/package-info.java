/**
 * Policies as configuration of Kong 3.x: entities of the Admin API, or parts of the one declarative
 * document of a node without database.
 */
@NullMarked
package io.entente.translator.kong;

import org.jspecify.annotations.NullMarked;
