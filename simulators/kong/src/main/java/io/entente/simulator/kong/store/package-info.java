/** What a node keeps: the entities as Kong stores them, and the settings of the node. */
@NullMarked
package io.entente.simulator.kong.store;

import org.jspecify.annotations.NullMarked;
