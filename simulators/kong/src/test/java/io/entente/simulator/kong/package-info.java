/** Tests of the simulator: what was observed at a real node, point by point. */
package io.entente.simulator.kong;
