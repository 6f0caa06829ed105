/** The language of {@code <Condition>}. */
@NullMarked
package io.entente.simulator.apigee.proxy.condition;

import org.jspecify.annotations.NullMarked;
