/** One emitter per policy kind: policies of a route to the filter configurations of that route. */
@NullMarked
package io.entente.translator.envoy.emit;

import org.jspecify.annotations.NullMarked;
