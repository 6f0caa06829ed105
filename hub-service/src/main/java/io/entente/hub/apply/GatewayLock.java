package io.entente.hub.apply;

import io.entente.hub.estate.Estate;
import io.entente.hub.plan.Sql;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Tenant;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** One apply at a time per gateway, over all hubs: PostgreSQL frees the lock of a hub that died. */
@Singleton
public final class GatewayLock {

  private final DataSource database;
  private final Tenant tenant;

  public GatewayLock(DataSource database, Estate estate) {
    this.database = database;
    this.tenant = estate.tenant();
  }

  /**
   * Runs {@code work} alone on the gateway. Blocks, holding one connection.
   *
   * @throws ProblemException APPLY_IN_PROGRESS when somebody else is at it; {@code work} did not
   *     run
   */
  public <T> T alone(GatewayId gateway, Supplier<T> work) {
    String name = "apply " + tenant + " " + gateway;
    try (var connection = database.getConnection()) {
      boolean got =
          Sql.query(
                  connection,
                  "select pg_try_advisory_lock(hashtextextended(?, 0))",
                  row -> row.getBoolean(1),
                  name)
              .get(0);
      if (!got) {
        throw new ProblemException(
            Problem.user(
                "APPLY_IN_PROGRESS",
                "A plan is being applied to gateway "
                    + gateway
                    + ", or a decision about its drift is being taken.",
                "gateway",
                gateway.value(),
                "Wait until it has ended, then try again."));
      }
      try {
        return work.get();
      } finally {
        Sql.query(
            connection,
            "select pg_advisory_unlock(hashtextextended(?, 0))",
            row -> row.getBoolean(1),
            name);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("could not lock gateway " + gateway, e);
    }
  }
}
