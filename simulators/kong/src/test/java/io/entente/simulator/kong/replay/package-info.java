/** Sends every recorded request of a real node to the simulator and compares the answers. */
package io.entente.simulator.kong.replay;
