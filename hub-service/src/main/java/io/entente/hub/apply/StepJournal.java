package io.entente.hub.apply;

import io.entente.hub.estate.Estate;
import io.entente.hub.plan.ProblemText;
import io.entente.hub.plan.Sql;
import io.entente.hub.plan.StoredTree;
import io.entente.model.identity.Tenant;
import io.entente.model.plan.Step;
import io.entente.model.problem.Problem;
import io.entente.model.tree.CanonicalText;
import io.entente.model.tree.Node;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  /** Notes that the step landed and what that made known. */
  public void done(Connection connection, String plan, int step, Map<Node.Pending, Node> outputs)
      throws SQLException {
    write(connection, plan, step, State.DONE, Optional.empty());
    if (!outputs.isEmpty()) {
      Sql.update(
          connection,
          "update plan_step set outputs = ? where tenant = ? and plan = ? and number = ?",
          io.entente.json.StoredTree.write(
              Node.arr(
                  outputs.entrySet().stream()
                      .map(e -> Node.obj(Map.of("pending", e.getKey(), "value", e.getValue())))
                      .toList())),
          tenant.value(),
          plan,
          step);
    }
  }

  /** All that steps of the plan have made known. */
  public Map<Node.Pending, Node> outputs(Connection connection, String plan) throws SQLException {
    var known = new HashMap<Node.Pending, Node>();
    Sql.query(
            connection,
            "select outputs from plan_step where tenant = ? and plan = ? and outputs is not null",
            row -> Node.obj(Map.of("list", StoredTree.read(row.getString(1)))),
            tenant.value(),
            plan)
        .stream()
        .flatMap(row -> StoredTree.items(row, "list").stream())
        .forEach(
            entry ->
                known.put(
                    (Node.Pending) StoredTree.child(entry, "pending"),
                    StoredTree.child(entry, "value")));
    return Map.copyOf(known);
  }

  /** Why steps did not land, as problems, by step number. */
  public SortedMap<Integer, Node> reasons(Connection connection, String plan) throws SQLException {
    var reasons = new TreeMap<Integer, Node>();
    Sql.query(
        connection,
        "select number, reason from plan_step where tenant = ? and plan = ?"
            + " and reason is not null",
        row -> reasons.put(row.getInt(1), StoredTree.read(row.getString(2))),
        tenant.value(),
        plan);
    return reasons;
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
