/** Signed tokens: their parts, keys and signatures. */
@NullMarked
package io.entente.simulator.apigee.proxy.token;

import org.jspecify.annotations.NullMarked;
