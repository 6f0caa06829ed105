package io.entente.hub.estate;

import io.entente.model.estate.Completeness;
import io.entente.model.estate.Snapshot;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Tenant;
import io.entente.model.problem.FailureClass;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** One row a gateway: how its last read went and which snapshot is its view. */
final class ReadRows {
  private static final String WENT_WELL =
      " outcome = 'COMPLETE', failure = null, problem_code = null, problem_kind = null,"
          + " problem_message = null, problem_path = null, problem_next_step = null";

  private ReadRows() {}

  /**
   * A read found what the view {@code snapshot} shows.
   *
   * @param completeAt when everything the view shows was read last
   * @return 0 when that snapshot is not the view any more
   */
  static int sameAgain(
      Connection connection,
      Tenant tenant,
      GatewayId gateway,
      long snapshot,
      Instant began,
      Instant completeAt)
      throws SQLException {
    return Sql.update(
        connection,
        "update gateway_read set began_at = ?, complete_at = ?,"
            + WENT_WELL
            + " where tenant = ? and gateway = ? and snapshot = ?",
        began,
        completeAt,
        tenant.value(),
        gateway.value(),
        snapshot);
  }

  /** The view, when it has this hash. */
  static OptionalLong viewWith(Connection connection, Tenant tenant, GatewayId gateway, String hash)
      throws SQLException {
    try (PreparedStatement select =
            Sql.statement(
                connection,
                "select s.id from gateway_read r join snapshot s on s.id = r.snapshot"
                    + " where r.tenant = ? and r.gateway = ? and s.hash = ?",
                tenant.value(),
                gateway.value(),
                hash);
        ResultSet row = select.executeQuery()) {
      return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
    }
  }

  /** The snapshot that is the view. */
  static OptionalLong view(Connection connection, Tenant tenant, GatewayId gateway)
      throws SQLException {
    try (PreparedStatement select =
            Sql.statement(
                connection,
                "select snapshot from gateway_read"
                    + " where tenant = ? and gateway = ? and snapshot is not null",
                tenant.value(),
                gateway.value());
        ResultSet row = select.executeQuery()) {
      return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
    }
  }

  /** From now on {@code snapshot} is the view. */
  static int newView(
      Connection connection,
      Tenant tenant,
      GatewayId gateway,
      long snapshot,
      Instant began,
      Instant completeAt)
      throws SQLException {
    return Sql.update(
        connection,
        "insert into gateway_read (tenant, gateway, began_at, outcome, complete_at, snapshot)"
            + " values (?, ?, ?, 'COMPLETE', ?, ?) on conflict (tenant, gateway) do update"
            + " set began_at = excluded.began_at, complete_at = excluded.complete_at,"
            + " snapshot = excluded.snapshot,"
            + WENT_WELL,
        tenant.value(),
        gateway.value(),
        began,
        completeAt,
        snapshot);
  }

  /** A read that brought less than everything; the view stays. */
  static int failed(Connection connection, Tenant tenant, Snapshot snapshot) throws SQLException {
    String outcome = "PARTIAL";
    @Nullable String failure = null;
    Problem why;
    if (snapshot.completeness() instanceof Completeness.Failed failed) {
      outcome = "FAILED";
      failure = failed.failure().name();
      why = failed.why();
    } else if (snapshot.completeness() instanceof Completeness.Partial partial) {
      why = partial.why();
    } else {
      throw new IllegalArgumentException("a complete read has not failed");
    }
    try (PreparedStatement upsert =
        connection.prepareStatement(
            "insert into gateway_read (tenant, gateway, began_at, outcome, failure, problem_code,"
                + " problem_kind, problem_message, problem_path, problem_next_step)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (tenant, gateway) do update"
                + " set began_at = excluded.began_at, outcome = excluded.outcome,"
                + " failure = excluded.failure, problem_code = excluded.problem_code,"
                + " problem_kind = excluded.problem_kind,"
                + " problem_message = excluded.problem_message,"
                + " problem_path = excluded.problem_path,"
                + " problem_next_step = excluded.problem_next_step")) {
      upsert.setString(1, tenant.value());
      upsert.setString(2, snapshot.gateway().value());
      upsert.setObject(3, snapshot.takenAt().atOffset(ZoneOffset.UTC));
      upsert.setString(4, outcome);
      upsert.setString(5, failure);
      upsert.setString(6, why.code());
      upsert.setString(7, why.kind().name());
      upsert.setString(8, why.message());
      upsert.setString(9, why.path().orElse(null));
      upsert.setString(10, why.nextStep());
      return upsert.executeUpdate();
    }
  }

  static Optional<LastRead> last(Connection connection, Tenant tenant, GatewayId gateway)
      throws SQLException {
    try (PreparedStatement select =
            Sql.statement(
                connection,
                "select * from gateway_read where tenant = ? and gateway = ?",
                tenant.value(),
                gateway.value());
        ResultSet row = select.executeQuery()) {
      return row.next() ? Optional.of(lastRead(row)) : Optional.empty();
    }
  }

  private static LastRead lastRead(ResultSet row) throws SQLException {
    Optional<String> code = Optional.ofNullable(row.getString("problem_code"));
    Optional<Problem> why = Optional.empty();
    if (code.isPresent()) {
      why =
          Optional.of(
              new Problem(
                  code.get(),
                  ProblemKind.valueOf(row.getString("problem_kind")),
                  row.getString("problem_message"),
                  Optional.ofNullable(row.getString("problem_path")),
                  Optional.empty(),
                  row.getString("problem_next_step")));
    }
    return new LastRead(
        instant(row, "began_at"),
        LastRead.Outcome.valueOf(row.getString("outcome")),
        Optional.ofNullable(row.getString("failure")).map(FailureClass::valueOf),
        why,
        row.getObject("complete_at") == null
            ? Optional.empty()
            : Optional.of(instant(row, "complete_at")));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
