/**
 * A plan as data: what would change on one gateway, in which order, from which base.
 *
 * <p>A {@link io.entente.model.plan.Change} is one object before and after. A dialect packs changes
 * into {@link io.entente.model.plan.ChangeSet}s of {@link io.entente.model.plan.Step}s; applying a
 * step gives a {@link io.entente.model.plan.StepResult}, of which Unknown means: it may have
 * landed, re-read before anything else.
 */
@NullMarked
package io.entente.model.plan;

import org.jspecify.annotations.NullMarked;
