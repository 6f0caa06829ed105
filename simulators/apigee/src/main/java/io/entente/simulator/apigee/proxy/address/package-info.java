/** IP addresses. */
@NullMarked
package io.entente.simulator.apigee.proxy.address;

import org.jspecify.annotations.NullMarked;
