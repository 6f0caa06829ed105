/** Log entries and the queue that delivers them. */
@NullMarked
package io.entente.simulator.kong.proxy.log;

import org.jspecify.annotations.NullMarked;
