/**
 * What a gateway holds, as one shape: {@link io.entente.model.nativeobject.NativeObject}.
 *
 * <p>Desired, last-applied and observed state are sets of native objects. Content is the vendor's
 * own document, and claims say which part of it is ours; diff, drift and undo look only inside
 * claims.
 */
@NullMarked
package io.entente.model.nativeobject;

import org.jspecify.annotations.NullMarked;
