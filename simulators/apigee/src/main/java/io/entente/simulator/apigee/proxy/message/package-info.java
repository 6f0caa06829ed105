/** Requests and responses as policies see and change them. */
@NullMarked
package io.entente.simulator.apigee.proxy.message;

import org.jspecify.annotations.NullMarked;
