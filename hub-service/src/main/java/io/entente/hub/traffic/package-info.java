/**
 * The traffic road: observations from gateways go to Kafka, from there into the traffic store, and
 * out to the governance view. Nothing here is in a request path.
 */
@NullMarked
package io.entente.hub.traffic;

import org.jspecify.annotations.NullMarked;
