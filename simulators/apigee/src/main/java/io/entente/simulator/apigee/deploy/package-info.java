/** Deployments: what is refused, when they run, what they report. */
@NullMarked
package io.entente.simulator.apigee.deploy;

import org.jspecify.annotations.NullMarked;
