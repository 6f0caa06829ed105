/** Questions about traffic over HTTP, and the live stream. */
@NullMarked
package io.entente.hub.traffic.rest;

import org.jspecify.annotations.NullMarked;
