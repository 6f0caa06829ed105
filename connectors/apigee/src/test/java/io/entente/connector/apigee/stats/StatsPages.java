package io.entente.connector.apigee.stats;

import io.entente.json.JsonTree;
import io.entente.json.TreeLimits;
import io.entente.model.tree.Node;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** An Apigee that has these rows, one a proxy and minute, and gives them page by page. */
final class StatsPages implements StatsCall {

  /** One minute of one proxy. */
  record Row(String proxy, Instant minute, long requests) {}

  final List<Row> rows = new ArrayList<>();
  final List<StatsQuery> asked = new ArrayList<>();
  String meta = "{\"errors\":[],\"notices\":[\"Source:Postgres\"]}";

  @Override
  public Node.Obj page(StatsQuery query) {
    asked.add(query);
    List<Row> page = rows.stream().skip(query.offset()).limit(query.limit()).toList();
    String groups =
        page.stream()
            .map(Row::proxy)
            .distinct()
            .map(p -> group(p, page))
            .collect(Collectors.joining(","));
    return tree(
        """
        {"environments":[{"name":"prod","dimensions":[%s]}],"metaData":%s}"""
            .formatted(groups, meta));
  }

  static Node.Obj tree(String json) {
    return (Node.Obj) JsonTree.read(json, TreeLimits.VENDOR);
  }

  private static String group(String proxy, List<Row> page) {
    String values =
        page.stream()
            .filter(row -> row.proxy().equals(proxy))
            .map(
                row ->
                    "{\"timestamp\":%d,\"value\":\"%d.0\"}"
                        .formatted(row.minute().toEpochMilli(), row.requests()))
            .collect(Collectors.joining(","));
    return """
    {"name":"%1$s","individualNames":["%1$s"],
     "metrics":[{"name":"sum(message_count)","values":[%2$s]}]}"""
        .formatted(proxy, values);
  }
}
