/** The small part of Lua that configurations contain: expressions in templates and log fields. */
@NullMarked
package io.entente.simulator.kong.proxy.lua;

import org.jspecify.annotations.NullMarked;
