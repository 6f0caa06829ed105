/** The configuration as the proxy reads it: one immutable snapshot a version. */
@NullMarked
package io.entente.simulator.kong.proxy.config;

import org.jspecify.annotations.NullMarked;
