/** A small HTTP server in front of the simulator: requests and answers as values. */
@NullMarked
package io.entente.simulator.apigee.http;

import org.jspecify.annotations.NullMarked;
