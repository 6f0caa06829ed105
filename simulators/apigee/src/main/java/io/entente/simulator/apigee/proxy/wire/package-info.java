/** HTTP/1.1 as bytes on a socket. Text is Latin-1, one character a byte. */
@NullMarked
package io.entente.simulator.apigee.proxy.wire;

import org.jspecify.annotations.NullMarked;
