/** Where conditions and templates find the values of flow variables. */
@NullMarked
package io.entente.simulator.apigee.proxy.variable;

import org.jspecify.annotations.NullMarked;
