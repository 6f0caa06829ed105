/**
 * Google's discovery document of the Apigee API, and the check of every request and answer against
 * it.
 */
@NullMarked
package io.entente.simulator.apigee.discovery;

import org.jspecify.annotations.NullMarked;
