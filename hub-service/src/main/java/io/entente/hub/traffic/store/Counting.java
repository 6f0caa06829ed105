package io.entente.hub.traffic.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Counts and percentiles, added up from rows of {@link CountsSql}. */
final class Counting {

  /** Most groups a series follows: the busiest. */
  static final int SERIES_GROUPS = 20;

  /** What there may be hundreds of. */
  private static final Set<GroupBy> MANY = EnumSet.of(GroupBy.API, GroupBy.ROUTE, GroupBy.CONSUMER);

  private static final Comparator<GroupCounts> BUSIEST_FIRST =
      Comparator.<GroupCounts>comparingLong(g -> -g.counts().requests())
          .thenComparing(g -> g.key().orElse(""));

  /** Takes what was counted of a group in a step of time. */
  @FunctionalInterface
  private interface Groups {
    void take(long time, Optional<String> key, Tally tally);
  }

  private Counting() {}

  static TrafficSummary summary(Answers answers, TrafficQuery query) throws SQLException {
    int most = TrafficQuery.MAX_GROUPS;
    var source = answers.source(query, true, false);
    // Latencies are much more to read than counts, and those of groups not told need not be.
    Optional<List<String>> only =
        MANY.contains(query.groupBy())
            ? busiest(answers, query, source, most + 1)
            : Optional.empty();
    var sum = new Tally();
    List<GroupCounts> groups = new ArrayList<>();
    each(
        answers,
        CountsSql.rows(query, source, true, false, only),
        (time, key, tally) -> {
          groups.add(new GroupCounts(key, tally.counts()));
          sum.add(tally);
        });
    groups.sort(BUSIEST_FIRST);
    boolean more = groups.size() > most;
    return new TrafficSummary(
        only.isEmpty() ? sum.counts() : total(answers, query),
        more ? groups.subList(0, most) : groups,
        more);
  }

  private static RequestCounts total(Answers answers, TrafficQuery query) throws SQLException {
    var source = answers.source(query, false, false);
    var sum = new Tally();
    each(
        answers,
        CountsSql.rows(query, source, false, false, Optional.empty()),
        (time, key, tally) -> sum.add(tally));
    return sum.counts();
  }

  static List<SeriesPoint> series(Answers answers, TrafficQuery query) throws SQLException {
    // Classes are never as many.
    Optional<List<String>> only =
        query.groupBy() == GroupBy.CLASS
            ? Optional.empty()
            : busiest(answers, query, answers.source(query, true, false), SERIES_GROUPS);
    var source = answers.source(query, true, true);
    List<SeriesPoint> points = new ArrayList<>();
    each(
        answers,
        CountsSql.rows(query, source, true, true, only),
        (time, key, tally) ->
            points.add(new SeriesPoint(StoredEvent.instant(time), key, tally.counts())));
    return points;
  }

  /** The groups that will be told; empty where these are all. */
  private static Optional<List<String>> busiest(
      Answers answers, TrafficQuery query, CountsSql.Source source, int limit) throws SQLException {
    var sql = CountsSql.busiest(query, source, limit);
    var found = answers.list(sql.text(), sql.parameters(), row -> row.getString(1));
    return Optional.of(found).filter(groups -> groups.size() == limit);
  }

  /** Holds one group at a time: rows of one follow each other. */
  private static void each(Answers answers, CountsSql sql, Groups groups) throws SQLException {
    var adding = new Adding(groups);
    answers.each(sql.text(), sql.parameters(), adding::add);
    adding.end();
  }

  /** The group whose rows are being read. */
  private static final class Adding {

    private final Groups groups;
    private final Tally tally = new Tally();
    private long time;
    private String group = "";
    private boolean begun;

    Adding(Groups groups) {
      this.groups = groups;
    }

    void add(ResultSet row) throws SQLException {
      long ofTime = row.getLong(1);
      String ofGroup = row.getString(2);
      if (ofTime != time || !ofGroup.equals(group)) {
        end();
        time = ofTime;
        group = ofGroup;
      }
      begun = true;
      tally.add(row);
    }

    void end() {
      if (begun) {
        groups.take(time, Optional.of(group).filter(g -> !g.isEmpty()), tally);
        tally.clear();
        begun = false;
      }
    }
  }
}
