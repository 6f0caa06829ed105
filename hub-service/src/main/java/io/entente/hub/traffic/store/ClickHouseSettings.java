package io.entente.hub.traffic.store;

import java.net.URI;
import java.time.Duration;

/**
 * How the ClickHouse store runs.
 *
 * @param server HTTP interface, {@code http(s)://host:port}
 * @param database its tables are made if missing; the database must be there
 * @param duplicateWindow events of one id further apart in time than this are two events
 */
public record ClickHouseSettings(
    URI server, String database, String user, String password, Duration duplicateWindow) {

  public ClickHouseSettings {
    String scheme = String.valueOf(server.getScheme());
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new IllegalArgumentException("ClickHouse server " + server + " is not http or https");
    }
    if (!database.matches("[A-Za-z_][A-Za-z0-9_]{0,63}")) {
      throw new IllegalArgumentException("database '" + database + "' is no plain name");
    }
    if (duplicateWindow.isNegative()) {
      throw new IllegalArgumentException("duplicate window " + duplicateWindow + " is < 0");
    }
  }

  @Override
  public String toString() {
    return "ClickHouse at " + server + ", database " + database + " as " + user;
  }
}
