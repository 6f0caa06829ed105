/**
 * Replays of what a real node did, against the simulated proxy: scenarios, single recordings, log
 * delivery and raw HTTP.
 */
package io.entente.simulator.kong.proxy.behaviour;
