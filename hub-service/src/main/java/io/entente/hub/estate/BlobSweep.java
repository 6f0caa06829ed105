package io.entente.hub.estate;

import io.entente.model.identity.Tenant;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Forgets bytes of files that nothing names any more: no picture of a gateway, no plan, nothing
 * that was applied, no drift, no decision about drift. What was kept within a day stays whatever
 * names it, as its snapshot or plan may be on the way.
 */
@ApplicationScoped
public class BlobSweep {
  static final Duration GRACE = Duration.ofDays(1);

  private static final Logger LOG = Logger.getLogger(BlobSweep.class);

  /** Every hash that a text of ours holds: one too many is kept, never one too few. */
  private static final String NAMED =
      "select (regexp_matches(n.body, '[0-9a-f]{64}', 'g'))[1] as hash from native_content n"
          + " where n.tenant = ? and n.form = 'files' and exists (select 1 from snapshot_object o"
          + " where o.tenant = n.tenant and o.hash = n.hash)"
          + " union select (regexp_matches(body, '[0-9a-f]{64}', 'g'))[1] from plan"
          + " where tenant = ?"
          + " union select (regexp_matches(object, '[0-9a-f]{64}', 'g'))[1] from last_applied"
          + " where tenant = ?"
          + " union select (regexp_matches(coalesce(was, '') || ' ' || coalesce(is_now, ''),"
          + " '[0-9a-f]{64}', 'g'))[1] from drift where tenant = ?"
          + " union select (regexp_matches(coalesce(wanted, '') || ' ' || coalesce(was, '') || ' '"
          + " || coalesce(found, ''), '[0-9a-f]{64}', 'g'))[1] from drift_decision"
          + " where tenant = ? and ended_at is null";

  private final DataSource database;
  private final Tenant tenant;

  public BlobSweep(DataSource database, Tenant tenant) {
    this.database = database;
    this.tenant = tenant;
  }

  @Scheduled(
      every = "${entente.blobs.sweep-every}",
      delayed = "${entente.blobs.sweep-delay}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void sweep() {
    int gone = sweep(Instant.now());
    if (gone > 0) {
      LOG.infof("%d files that nothing names any more are forgotten", gone);
    }
  }

  /** Forgets what may be forgotten at {@code now} and says how many files that were. Blocks. */
  int sweep(Instant now) {
    String name = tenant.value();
    return Sql.inTransaction(
        database,
        "forget files",
        connection ->
            Sql.update(
                connection,
                "with named as ("
                    + NAMED
                    + ") delete from blob b where b.tenant = ? and b.kept_at < ?"
                    + " and not exists (select 1 from named where named.hash = b.hash)",
                name,
                name,
                name,
                name,
                name,
                name,
                now.minus(GRACE)));
  }
}
