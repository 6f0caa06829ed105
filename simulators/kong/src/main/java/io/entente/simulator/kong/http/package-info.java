/**
 * A small HTTP server in front of the simulator: requests and answers as values, bodies decoded.
 */
@NullMarked
package io.entente.simulator.kong.http;

import org.jspecify.annotations.NullMarked;
