/** Bundles of proxies and shared flows: unpacked within bounds, parsed, checked. */
@NullMarked
package io.entente.simulator.apigee.bundle;

import org.jspecify.annotations.NullMarked;
