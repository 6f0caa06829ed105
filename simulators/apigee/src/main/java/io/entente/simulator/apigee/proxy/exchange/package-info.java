/** One request on its way through the proxy. */
@NullMarked
package io.entente.simulator.apigee.proxy.exchange;

import org.jspecify.annotations.NullMarked;
