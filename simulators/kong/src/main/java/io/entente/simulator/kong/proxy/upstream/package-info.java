/** Choosing a target, calling it, trying again, and remembering its health. */
@NullMarked
package io.entente.simulator.kong.proxy.upstream;

import org.jspecify.annotations.NullMarked;
