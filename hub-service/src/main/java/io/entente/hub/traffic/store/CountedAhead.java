package io.entente.hub.traffic.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Finds what roll-ups have counted of the time of a question. */
final class CountedAhead {

  // Beyond it, reading everything is quicker than reading many pieces.
  private static final int MOST_GAPS = 16;

  private CountedAhead() {}

  static CountsSql.Source source(
      Answers answers, TrafficQuery query, boolean grouped, boolean series) throws SQLException {
    long step = series ? query.step().toNanos() / 1000 : 0;
    var serving = RollUp.asked(query, grouped).map(c -> RollUp.serving(c, step)).orElse(List.of());
    var events = CountsSql.Source.events(query);
    if (serving.isEmpty()) {
      return events;
    }
    var done = done(answers, query, serving);
    var found = events;
    for (RollUp rollUp : serving) {
      found = found.with(rollUp, done.getOrDefault(rollUp, Collections.emptyNavigableSet()));
    }
    return found.events().size() > MOST_GAPS ? events : found;
  }

  private static Map<RollUp, NavigableSet<Long>> done(
      Answers answers, TrafficQuery query, List<RollUp> serving) throws SQLException {
    Map<RollUp, NavigableSet<Long>> done = new EnumMap<>(RollUp.class);
    List<Object> parameters = new ArrayList<>();
    parameters.add(StoredEvent.micros(query.from()));
    parameters.add(StoredEvent.micros(query.to()));
    serving.forEach(rollUp -> parameters.add(rollUp.name()));
    answers.each(
        "SELECT rollup, start_us FROM counted_unit WHERE start_us BETWEEN ? AND ? AND rollup IN ("
            + CountsSql.listed(serving.size())
            + ")",
        parameters,
        row ->
            done.computeIfAbsent(RollUp.valueOf(row.getString(1)), r -> new TreeSet<>())
                .add(row.getLong(2)));
    return done;
  }
}
