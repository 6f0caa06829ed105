/** Tests of the simulator, over HTTP where that is how it is used. */
package io.entente.simulator.apigee;
