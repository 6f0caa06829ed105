package io.entente.simulator.apigee.stats;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.apigee.Json;
import io.entente.simulator.apigee.http.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers queries of analytics in the shape of the API: every number is a text. */
public final class StatsAnswer {

  private StatsAnswer() {}

  /**
   * The body.
   *
   * @param dimensions joined by commas
   * @throws io.entente.simulator.apigee.error.Refusal naming what is wrong with the query
   */
  public static ObjectNode of(
      FactStore store, String environment, String dimensions, Request request) {
    StatsQuery query = StatsQuery.read(request, dimensions);
    List<StatsRow> all =
        StatsRows.of(query, store.visible(environment, query.range().from(), query.range().to()));
    int start = Math.min(query.offset(), all.size());
    int end = (int) Math.min((long) start + query.limit(), all.size());
    ObjectNode body = Json.object();
    ObjectNode there = body.putArray("environments").addObject().put("name", environment);
    List<StatsRow> rows = all.subList(start, end);
    if (!rows.isEmpty()) {
      there.set("dimensions", dimensions(query, rows));
    }
    ObjectNode metadata = body.putObject("metaData");
    metadata.putArray("errors");
    ArrayNode notices = metadata.putArray("notices").add("query served by:simulator");
    if (end < all.size()) {
      notices.add("Result truncated: rows " + start + " to " + end + " of " + all.size());
    }
    return body;
  }

  private static ArrayNode dimensions(StatsQuery query, List<StatsRow> rows) {
    Map<List<String>, ArrayNode> metricsOf = new LinkedHashMap<>();
    ArrayNode list = Json.array();
    for (StatsRow row : rows) {
      ArrayNode metrics =
          metricsOf.computeIfAbsent(
              row.names(),
              names -> {
                ObjectNode entry = list.addObject().put("name", String.join(",", names));
                entry.set("individualNames", Json.texts(names));
                ArrayNode made = entry.putArray("metrics");
                query
                    .select()
                    .forEach(
                        measure ->
                            made.addObject().put("name", measure.label()).putArray("values"));
                return made;
              });
      add(query, row, metrics);
    }
    return list;
  }

  private static void add(StatsQuery query, StatsRow row, ArrayNode metrics) {
    boolean isTimed = query.bucketMillis().isPresent();
    double seconds =
        query.bucketMillis().map(millis -> millis / 1000.0).orElse(query.range().seconds());
    for (int i = 0; i < query.select().size(); i++) {
      String value = Double.toString(query.select().get(i).of(row.facts(), seconds));
      ArrayNode values = (ArrayNode) metrics.get(i).path("values");
      if (isTimed) {
        values.addObject().put("timestamp", row.timestamp()).put("value", value);
      } else {
        values.add(value);
      }
    }
  }
}
