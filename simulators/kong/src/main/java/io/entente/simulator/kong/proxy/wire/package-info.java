/**
 * HTTP/1.1 as bytes on a socket: heads, bodies, and how they are written. Text is Latin-1, one
 * character a byte.
 */
@NullMarked
package io.entente.simulator.kong.proxy.wire;

import org.jspecify.annotations.NullMarked;
