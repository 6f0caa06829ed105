/** One emitter per policy kind: the policies of a route to the plugin instances of that route. */
@NullMarked
package io.entente.translator.kong.emit;

import org.jspecify.annotations.NullMarked;
