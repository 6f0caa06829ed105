package io.entente.hub.apply;

import io.entente.hub.estate.Estate;
import io.entente.hub.plan.Desired;
import io.entente.hub.plan.Sql;
import io.entente.hub.plan.StoredPlan;
import io.entente.hub.plan.StoredTree;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.PolicyVersion;
import io.entente.model.identity.Tenant;
import io.entente.model.tree.Node;
import io.entente.policy.resolution.Loser;
import io.entente.translator.Shadowed;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What became of each policy on each route of each gateway. Blocks. */
@Singleton
public final class Conditions {

  private final Tenant tenant;

  public Conditions(Estate estate) {
    this.tenant = estate.tenant();
  }

  /** After a plan was sealed: what it says of every policy, and nothing of policies now gone. */
  public void planned(Connection connection, Desired desired, String plan, boolean empty)
      throws SQLException {
    var gateway = desired.gateway().id();
    forgetLosses(connection, gateway);
    var kept = new HashSet<String>();
    for (var resolution : desired.resolutions().values()) {
      String target = resolution.target().api() + "/" + resolution.target().route();
      for (var loser : resolution.losers()) {
        kept.add(loser.policy().id().policy() + " " + target);
        clear(connection, gateway, loser.policy().id().policy().value(), target);
        lost(connection, gateway, loser, target, loser.reason());
      }
      for (var set : resolution.callers()) {
        for (var loser : set.losers()) {
          boolean said =
              resolution.losers().stream()
                  .anyMatch(one -> one.policy().id().equals(loser.policy().id()));
          if (!said) {
            kept.add(loser.policy().id().policy() + " " + target);
            String whom = "For " + String.join(", ", set.consumers()) + ": ";
            lost(connection, gateway, loser, target, whom + loser.reason());
          }
        }
      }
    }
    for (var entry : desired.translation().fidelity().entries()) {
      var id = entry.policy();
      String target = entry.target();
      kept.add(id.policy() + " " + target);
      put(connection, gateway, id, target, "Accepted", true, "Valid", "The document is valid.");
      String grade = entry.grade().name();
      put(connection, gateway, id, target, "Translated", true, grade, "Translated " + grade + ".");
      String planned = empty ? "NothingToDo" : "InPlan";
      put(connection, gateway, id, target, "Planned", true, planned, "Plan " + plan + ".");
    }
    for (var shadowed : desired.translation().shadowed()) {
      var id = shadowed.policy();
      kept.add(id.policy() + " " + shadowed.target());
      put(
          connection,
          gateway,
          id,
          shadowed.target(),
          type(shadowed.why()),
          true,
          "ForeignObject",
          shadowed.reason());
    }
    for (var row : rows(connection, gateway)) {
      if (!kept.contains(row.policy() + " " + row.target())) {
        clear(connection, gateway, row.policy(), row.target());
      }
    }
  }

  /** Who lost before may have won since, or be alone. */
  private void forgetLosses(Connection connection, GatewayId gateway) throws SQLException {
    Sql.update(
        connection,
        "delete from policy_condition where tenant = ? and gateway = ?"
            + " and type in ('Overridden', 'Conflicted')",
        tenant.value(),
        gateway.value());
  }

  private void lost(
      Connection connection, GatewayId gateway, Loser loser, String target, String reason)
      throws SQLException {
    var id = loser.policy().id();
    put(connection, gateway, id, target, "Accepted", true, "Valid", "The document is valid.");
    String type = loser.why() == Loser.Why.OVERRIDDEN ? "Overridden" : "Conflicted";
    put(connection, gateway, id, target, type, true, "LostTo", reason);
  }

  private static String type(Shadowed.Why why) {
    return why == Shadowed.Why.OVERRIDDEN ? "Overridden" : "Conflicted";
  }

  /** After a refused translation: which policies may not go out as they stand, and why. */
  public void refused(Connection connection, Desired desired) throws SQLException {
    var gateway = desired.gateway().id();
    for (var entry : desired.translation().fidelity().entries()) {
      var id = entry.policy();
      String place = "policies[" + id.policy() + "]";
      for (var problem : desired.translation().refusals()) {
        if (problem.path().filter(path -> path.startsWith(place)).isPresent()) {
          String target = entry.target();
          put(connection, gateway, id, target, "Accepted", true, "Valid", "The document is valid.");
          put(
              connection,
              gateway,
              id,
              target,
              "Translated",
              false,
              problem.code(),
              problem.message());
        }
      }
    }
  }

  /** What an apply came to, for every policy of the plan. */
  public void applied(
      Connection connection, StoredPlan plan, String type, boolean status, String why, String text)
      throws SQLException {
    for (Node entry : StoredTree.items(plan.body(), "fidelity")) {
      var id =
          new PolicyVersion(
              new io.entente.model.identity.PolicyName(StoredTree.text(entry, "policy")),
              StoredTree.number(entry, "version"));
      String target = StoredTree.text(entry, "target");
      put(connection, plan.gateway(), id, target, type, status, why, text);
    }
  }

  /** Marks every route of a policy whose effect drifted, or is as applied again. */
  public void drifted(Connection connection, GatewayId gateway, java.util.Set<String> policies)
      throws SQLException {
    Sql.update(
        connection,
        "delete from policy_condition where tenant = ? and gateway = ? and type = 'Drifted'",
        tenant.value(),
        gateway.value());
    for (String policy : policies) {
      Sql.update(
          connection,
          "insert into policy_condition (tenant, gateway, policy, target, type, version, status,"
              + " reason, message, at) select tenant, gateway, policy, target, 'Drifted', version,"
              + " true, 'ChangedOutside', 'Somebody changed what this policy wrote.', ?"
              + " from policy_condition where tenant = ? and gateway = ? and policy = ?"
              + " and type = 'Applied'",
          Instant.now(),
          tenant.value(),
          gateway.value(),
          policy);
    }
  }

  /** All conditions as rows. */
  public List<Node> list(Connection connection, String policy, String gateway) throws SQLException {
    return Sql.query(
        connection,
        "select * from policy_condition where tenant = ? and (? = '' or policy = ?)"
            + " and (? = '' or gateway = ?) order by gateway, policy, target, at, type",
        row ->
            Node.obj(
                Map.of(
                    "gateway", Node.text(row.getString("gateway")),
                    "policy", Node.text(row.getString("policy")),
                    "version", Node.number(row.getInt("version")),
                    "target", Node.text(row.getString("target")),
                    "condition", Node.text(row.getString("type")),
                    "status",
                        Node.text(
                            String.valueOf(row.getBoolean("status")).toUpperCase(Locale.ROOT)),
                    "reason", Node.text(row.getString("reason")),
                    "message", Node.text(row.getString("message")),
                    "at", Node.text(Sql.time(row, "at").orElseThrow().toString()))),
        tenant.value(),
        policy,
        policy,
        gateway,
        gateway);
  }

  /** Conditions of all policies on one route, named {@code api/route}, of one gateway. */
  public List<Node> on(Connection connection, GatewayId gateway, String target)
      throws SQLException {
    return list(connection, "", gateway.value()).stream()
        .filter(row -> StoredTree.text(row, "target").equals(target))
        .toList();
  }

  private record Place(String policy, String target) {}

  private List<Place> rows(Connection connection, GatewayId gateway) throws SQLException {
    return Sql.query(
        connection,
        "select distinct policy, target from policy_condition where tenant = ? and gateway = ?",
        row -> new Place(row.getString(1), row.getString(2)),
        tenant.value(),
        gateway.value());
  }

  private void clear(Connection connection, GatewayId gateway, String policy, String target)
      throws SQLException {
    Sql.update(
        connection,
        "delete from policy_condition where tenant = ? and gateway = ? and policy = ?"
            + " and target = ?",
        tenant.value(),
        gateway.value(),
        policy,
        target);
  }

  private void put(
      Connection connection,
      GatewayId gateway,
      PolicyVersion policy,
      String target,
      String type,
      boolean status,
      String reason,
      String message)
      throws SQLException {
    Sql.update(
        connection,
        "insert into policy_condition (tenant, gateway, policy, target, type, version, status,"
            + " reason, message, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " on conflict (tenant, gateway, policy, target, type) do update set"
            + " version = excluded.version, status = excluded.status, reason = excluded.reason,"
            + " message = excluded.message, at = excluded.at",
        tenant.value(),
        gateway.value(),
        policy.policy().value(),
        target,
        type,
        policy.version(),
        status,
        reason,
        message,
        Instant.now());
  }
}
