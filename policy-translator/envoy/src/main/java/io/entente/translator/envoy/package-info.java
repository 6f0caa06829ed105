/**
 * Translation for Envoy: the listener, the clusters and the routes of a gateway as Envoy v3
 * resources in proto JSON form.
 */
@NullMarked
package io.entente.translator.envoy;

import org.jspecify.annotations.NullMarked;
