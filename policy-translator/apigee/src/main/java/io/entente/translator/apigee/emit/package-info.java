/** One emitter per policy kind: the policies of a route to Apigee policies and their Steps. */
@NullMarked
package io.entente.translator.apigee.emit;

import org.jspecify.annotations.NullMarked;
