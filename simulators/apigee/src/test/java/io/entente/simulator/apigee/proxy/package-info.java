/** Tests of the data plane through its sockets. */
package io.entente.simulator.apigee.proxy;
