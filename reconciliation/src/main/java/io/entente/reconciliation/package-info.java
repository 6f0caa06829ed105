/**
 * What is common to all vendors about change: difference, plan, drift and undo of sets of {@link
 * io.entente.model.nativeobject.NativeObject}, looking only inside claims.
 *
 * <p>Pure functions, safe to call from any thread. {@link io.entente.reconciliation.Planner} turns
 * desired, last applied and observed state into steps; {@link
 * io.entente.reconciliation.DriftDetector} says what others did to our parts; {@link
 * io.entente.model.claim.ClaimMerge} puts our parts into a document and leaves the rest as it is;
 * {@link io.entente.reconciliation.Undo} reverses.
 */
@NullMarked
package io.entente.reconciliation;

import org.jspecify.annotations.NullMarked;
