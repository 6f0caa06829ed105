/** The plugins this simulator enforces, one file each, and the order they run in. */
@NullMarked
package io.entente.simulator.kong.proxy.plugin;

import org.jspecify.annotations.NullMarked;
