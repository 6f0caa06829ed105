package io.entente.connector.kong;

import io.entente.connector.spi.Secrets;
import io.entente.connector.spi.StepOutcome;
import io.entente.model.dialect.Dialect;
import io.entente.model.estate.VendorSchema;
import io.entente.model.plan.Action;
import io.entente.model.plan.Step;
import io.entente.model.plan.StepResult;
import io.entente.model.tree.Node;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Steps on entities of ours, beside each other.
 *
 * <p>What is to change or go is compared with a list read right before the group; where that would
 * cost more calls, is too old or does not show the entity, with a read of its own. What is to be
 * made is made by a call that Kong refuses when there is an entity of this id, whosever it is.
 */
final class EntityGroup {

  private final AdminApi admin;
  private final int parallel;
  private final String kind;
  private final List<Step> steps;
  private final List<EntityStep> runs;

  EntityGroup(
      AdminApi admin,
      int parallel,
      Secrets secrets,
      VendorSchema schema,
      Dialect dialect,
      List<Step> steps,
      Map<Node.Pending, Node> known) {
    this.admin = admin;
    this.parallel = parallel;
    this.kind = steps.get(0).change().key().kind();
    this.steps = steps;
    this.runs =
        steps.stream()
            .map(step -> new EntityStep(admin, secrets, schema, dialect, step.change(), known))
            .toList();
  }

  /**
   * Runs the steps.
   *
   * @param unlisted kinds of which there is too much to be listed; added to
   */
  List<StepOutcome> run(Set<String> unlisted) {
    var now = OursNow.unread();
    // As many steps as run at once look for themselves in the time of one list.
    if (steps.size() > parallel && OursNow.covers(kind) && !unlisted.contains(kind)) {
      try {
        now = OursNow.read(admin, kind, steps.size(), System::nanoTime);
        if (!now.complete()) {
          unlisted.add(kind);
        }
      } catch (AdminFailure e) {
        // Each step looks for itself and says what it meets.
        now = OursNow.unread();
      }
    }
    var seen = now;
    return Beside.run(steps.size(), parallel, position -> step(position, seen));
  }

  /** Whether something was, or may have been, written. */
  boolean wrote() {
    return runs.stream().anyMatch(StepRun::wrote);
  }

  private StepResult step(int position, OursNow now) {
    var change = steps.get(position).change();
    var run = runs.get(position);
    try {
      var entity = now.entity(change.key());
      boolean create = change.action() == Action.CREATE && now.lacks(change.key());
      return entity.isPresent() || create ? run.from(run.seen(entity)) : run.run();
    } catch (RuntimeException e) {
      return new StepResult.Unknown(Failures.ofOurs("Step on " + change.key(), e).problem());
    }
  }
}
