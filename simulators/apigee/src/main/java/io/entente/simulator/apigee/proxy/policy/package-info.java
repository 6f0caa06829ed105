/** The policy types that run here, one class each. */
@NullMarked
package io.entente.simulator.apigee.proxy.policy;

import org.jspecify.annotations.NullMarked;
