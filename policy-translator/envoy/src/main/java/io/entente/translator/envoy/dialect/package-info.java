/** How Envoy resources are compared, merged and ordered. */
@NullMarked
package io.entente.translator.envoy.dialect;

import org.jspecify.annotations.NullMarked;
