/** Plans: what would change on a gateway, sealed by a hash, reviewed and approved before it may. */
@NullMarked
package io.entente.hub.plan;

import org.jspecify.annotations.NullMarked;
