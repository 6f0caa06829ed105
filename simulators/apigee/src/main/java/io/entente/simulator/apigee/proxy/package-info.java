/** The data plane: takes requests through deployed bundles. */
@NullMarked
package io.entente.simulator.apigee.proxy;

import org.jspecify.annotations.NullMarked;
