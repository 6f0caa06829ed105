/** What the management side of the simulator and its data plane tell each other. */
@NullMarked
package io.entente.simulator.apigee.plane;

import org.jspecify.annotations.NullMarked;
