package io.entente.hub.apply;

import io.entente.hub.estate.Estate;
import io.entente.hub.plan.ProblemText;
import io.entente.hub.plan.Sql;
import io.entente.model.identity.Tenant;
import io.entente.model.plan.Step;
import io.entente.model.problem.Problem;
import io.entente.model.tree.CanonicalText;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The state of every step, written before and after each call. Blocks. */
@Singleton
public final class StepJournal {

  private final Tenant tenant;

  public StepJournal(Estate estate) {
    this.tenant = estate.tenant();
  }

  /** What a step is known to have come to. */
  public enum State {
    PLANNED,
    SENDING,
    DONE,
    REFUSED,
    UNKNOWN
  }

  public void write(
      Connection connection, String plan, int step, State state, Optional<Problem> why)
      throws SQLException {
    int rows =
        Sql.update(
            connection,
            "update plan_step set state = ?, reason = ?, changed_at = ?"
                + " where tenant = ? and plan = ? and number = ?",
            state.name(),
            why.map(problem -> CanonicalText.of(ProblemText.write(problem))),
            Instant.now(),
            tenant.value(),
            plan,
            step);
    if (rows != 1) {
      throw new IllegalStateException("step " + step + " of plan " + plan + " has no journal");
    }
  }

  /** Says of all the steps, at once, that their calls may be under way. */
  public void sending(Connection connection, String plan, List<Step> steps) throws SQLException {
    Integer[] numbers = steps.stream().map(Step::number).toArray(Integer[]::new);
    int rows =
        Sql.update(
            connection,
            "update plan_step set state = ?, reason = null, changed_at = ?"
                + " where tenant = ? and plan = ? and number = any(?)",
            State.SENDING.name(),
            Instant.now(),
            tenant.value(),
            plan,
            connection.createArrayOf("integer", numbers));
    if (rows != numbers.length) {
      throw new IllegalStateException(
          "plan " + plan + " has a journal for " + rows + " of " + numbers.length + " steps");
    }
  }

  public SortedMap<Integer, State> of(Connection connection, String plan) throws SQLException {
    var states = new TreeMap<Integer, State>();
    Sql.query(
        connection,
        "select number, state from plan_step where tenant = ? and plan = ?",
        row -> states.put(row.getInt(1), State.valueOf(row.getString(2))),
        tenant.value(),
        plan);
    return states;
  }
}
