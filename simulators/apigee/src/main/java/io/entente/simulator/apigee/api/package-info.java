/** The methods of the management API, one section a resource. */
@NullMarked
package io.entente.simulator.apigee.api;

import org.jspecify.annotations.NullMarked;
