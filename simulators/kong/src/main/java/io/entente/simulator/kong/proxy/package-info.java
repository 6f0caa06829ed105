/**
 * The proxy of the simulated node: takes requests on a socket, routes them, runs the plugins it
 * enforces and asks the services. What it does not enforce it answers with 500 and a name.
 */
@NullMarked
package io.entente.simulator.kong.proxy;

import org.jspecify.annotations.NullMarked;
