/**
 * An Apigee to practise and test against: management API and a proxy that runs deployed bundles.
 * Written from the vendor's discovery document and documentation; shares no code with what it
 * tests.
 */
@NullMarked
package io.entente.simulator.apigee;

import org.jspecify.annotations.NullMarked;
