package io.entente.hub.traffic.store;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;

/**
 * Which units each roll-up has counted. What is counted equals the events at any commit: an event
 * that comes late takes the count of its units back in its own transaction, and they are counted
 * again later. Counting itself is done beside writing, between {@link #begin} and {@link #keep}.
 * For one thread at a time, which holds what keeps others from writing.
 */
final class RollUps {

  /** The table of units that are counted. */
  static final String DONE =
      "CREATE TABLE IF NOT EXISTS counted_unit (rollup VARCHAR NOT NULL, start_us BIGINT NOT NULL,"
          + " PRIMARY KEY (rollup, start_us))";

  // A unit counted at once would be taken back by every event that is a little late.
  private static final Duration SETTLE = Duration.ofMinutes(5);
  private static final Duration SETTLE_RECENT = Duration.ofMinutes(1);

  // Whole hours are counted long before.
  private static final Duration RECENT = Duration.ofHours(3);

  // Of units that are counted at once.
  private static final int MOST = 1000;

  // What wrong clocks say of longer ago is left to the events.
  private static final Duration COUNTED = Duration.ofDays(400);

  private static final Map<RollUp.Span, List<RollUp>> BY_UNIT =
      Arrays.stream(RollUp.values()).collect(Collectors.groupingBy(RollUp::unit));

  private final DuckDBConnection connection;
  private final Map<RollUp, NavigableSet<Long>> done = new EnumMap<>(RollUp.class);
  private final Map<RollUp, Set<Long>> disturbed = new EnumMap<>(RollUp.class);
  private final NavigableSet<Long> written = new TreeSet<>();
  private Optional<RollUp.Span> counting = Optional.empty();

  RollUps(DuckDBConnection connection) throws SQLException {
    this.connection = connection;
    reload();
  }

  /** Takes over what the file says: after a transaction that did not commit. */
  void reload() throws SQLException {
    done.values().forEach(NavigableSet::clear);
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT rollup, start_us FROM counted_unit")) {
      while (rows.next()) {
        units(RollUp.valueOf(rows.getString(1))).add(rows.getLong(2));
      }
    }
  }

  /** Takes back the counts of the units that {@code events} fall into; inside a transaction. */
  <T> void takeBack(List<T> events, RowForm<T> form) throws SQLException {
    for (RollUp.Span span : BY_UNIT.keySet()) {
      var units = new TreeSet<Long>();
      long last = Long.MIN_VALUE;
      for (T event : events) {
        long unit = span.startOf(form.micros(event));
        // Most events fall into the unit of the one before.
        if (unit != last) {
          units.add(unit);
          last = unit;
        }
      }
      takeBack(span, units);
    }
  }

  /** The same for events that the hub received within a time, before they go. */
  void takeBackReceived(long from, long before) throws SQLException {
    for (RollUp.Span span : BY_UNIT.keySet()) {
      var units = new TreeSet<Long>();
      try (var statement =
          connection.prepareStatement(
              "SELECT DISTINCT intDiv(time_us, "
                  + span.micros()
                  + ") FROM traffic_event WHERE observed_us >= ? AND observed_us < ?")) {
        statement.setLong(1, from);
        statement.setLong(2, before);
        try (var rows = statement.executeQuery()) {
          while (rows.next()) {
            units.add(rows.getLong(1) * span.micros());
          }
        }
      }
      takeBack(span, units);
    }
  }

  /**
   * Units to be counted next, the oldest first; nothing when all are counted that are over. From
   * here on it is remembered into which units events go.
   *
   * @param held from the first event to behind the last
   */
  Optional<MissingUnits> begin(Instant now, TimeParts.Part held) {
    written.clear();
    for (RollUp rollUp : RollUp.values()) {
      Duration settle = rollUp.recent() ? SETTLE_RECENT : SETTLE;
      long kept = rollUp.unitOf(StoredEvent.micros(now.minus(rollUp.recent() ? RECENT : COUNTED)));
      long last = Math.min(rollUp.unitOf(StoredEvent.micros(now.minus(settle))), held.to());
      var starts = missing(rollUp, Math.max(rollUp.unitOf(held.from()), kept), last);
      if (!starts.isEmpty()) {
        counting = Optional.of(rollUp.unit());
        return Optional.of(new MissingUnits(rollUp, starts, last, kept));
      }
    }
    counting = Optional.empty();
    disturbed.clear();
    return Optional.empty();
  }

  /**
   * Keeps what was counted since {@link #begin}, but for units that an event went into meanwhile,
   * whose turn comes when all others are counted; inside a transaction.
   */
  void keep(MissingUnits missing, List<CountedUnit> counted) throws SQLException {
    RollUp rollUp = missing.rollUp();
    counting = Optional.empty();
    try (var writer = new UnitWriter(connection, rollUp)) {
      for (var unit : counted) {
        if (written.subSet(unit.start(), unit.end()).isEmpty()) {
          writer.keep(unit);
          for (long at = unit.start(); at < unit.end(); at += rollUp.unitMicros()) {
            units(rollUp).add(at);
          }
        } else {
          disturbed.computeIfAbsent(rollUp, r -> new HashSet<>()).add(unit.start());
        }
      }
    }
    if (rollUp.recent()) {
      forget(rollUp, missing.kept());
    }
  }

  /** What hours have counted since. */
  private void forget(RollUp rollUp, long before) throws SQLException {
    var old = units(rollUp).headSet(before, false);
    if (!old.isEmpty()) {
      remove(rollUp, old.first(), before);
      old.clear();
    }
  }

  /** The first units not counted of those that begin from one moment to before another. */
  private List<Long> missing(RollUp rollUp, long from, long to) {
    var left = disturbed.getOrDefault(rollUp, Set.of());
    List<Long> missing = new ArrayList<>();
    for (long start = from; start < to && missing.size() < MOST; start += rollUp.unitMicros()) {
      if (!units(rollUp).contains(start) && !left.contains(start)) {
        missing.add(start);
      }
    }
    return missing;
  }

  private void takeBack(RollUp.Span span, NavigableSet<Long> units) throws SQLException {
    if (counting.equals(Optional.of(span))) {
      written.addAll(units);
    }
    for (RollUp rollUp : BY_UNIT.getOrDefault(span, List.of())) {
      var counted = units(rollUp);
      for (long start : units) {
        if (counted.remove(start)) {
          remove(rollUp, start, start + span.micros());
        }
      }
    }
  }

  /** Counts of units that begin at a moment or later, and before another. */
  private void remove(RollUp rollUp, long from, long before) throws SQLException {
    try (var counts =
            connection.prepareStatement(
                "DELETE FROM " + rollUp.table() + " WHERE start_us >= ? AND start_us < ?");
        var marks =
            connection.prepareStatement(
                "DELETE FROM counted_unit WHERE rollup = ? AND start_us >= ? AND start_us < ?")) {
      counts.setLong(1, from);
      counts.setLong(2, before);
      counts.execute();
      marks.setString(1, rollUp.name());
      marks.setLong(2, from);
      marks.setLong(3, before);
      marks.execute();
    }
  }

  private NavigableSet<Long> units(RollUp rollUp) {
    return done.computeIfAbsent(rollUp, r -> new TreeSet<>());
  }
}
