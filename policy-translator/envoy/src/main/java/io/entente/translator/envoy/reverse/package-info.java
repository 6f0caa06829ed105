/**
 * From Envoy resources back to policies: what the filters of a listener and their configuration on
 * routes, virtual hosts and route configurations say.
 */
@NullMarked
package io.entente.translator.envoy.reverse;

import org.jspecify.annotations.NullMarked;
