/** A client of the simulator, bundles and a data plane for its tests. */
@org.jspecify.annotations.NullMarked
package io.entente.simulator.apigee.harness;
