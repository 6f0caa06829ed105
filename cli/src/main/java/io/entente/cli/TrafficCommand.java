package io.entente.cli;

import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows traffic: summary (default), compare, series, events, errors, live, or export. */
@Command(
    name = "traffic",
    mixinStandardHelpOptions = true,
    description =
        "Shows traffic: summary (default), compare, series, events, errors, live, or export.")
final class TrafficCommand extends HubCommand {

  @Parameters(index = "0", arity = "0..1", defaultValue = "summary")
  private View view;

  @Option(names = "--from", defaultValue = "-15m", description = "Instant or -15m.")
  private String from;

  @Option(names = "--until", description = "Instant or -5m; now where absent.")
  private @Nullable String until;

  @Option(names = "--gateway", description = "Only of this gateway.")
  private @Nullable String gateway;

  @Option(names = "--api", description = "Only of this API.")
  private @Nullable String api;

  @Option(names = "--route", description = "Only of this route.")
  private @Nullable String route;

  @Option(names = "--consumer", description = "Only of this consumer.")
  private @Nullable String consumer;

  @Option(
      names = "--group-by",
      description = "gateway, api, route, consumer, status, class or decision.")
  private @Nullable String groupBy;

  @Option(
      names = "--by",
      description =
          "Order of groups: requests, errors, clientErrors, unanswered, errorRate, p50, p95 or p99.")
  private @Nullable String by;

  @Option(names = "--top", description = "How many groups.")
  private @Nullable String top;

  @Option(names = "--status", description = "For events, export: 429, 5xx, or 0 for none.")
  private @Nullable String status;

  @Option(names = "--min-millis", description = "For events, export: took so long or longer.")
  private @Nullable String minMillis;

  @Option(names = "--trace", description = "For events, export: a trace id or traceparent header.")
  private @Nullable String trace;

  @Option(names = "--id", description = "For events: all of this one, of any time.")
  private @Nullable String id;

  @Option(names = "--limit", description = "For events: most of them (100).")
  private @Nullable String limit;

  @Option(names = "--cursor", description = "For events, export: what 'next' said.")
  private @Nullable String cursor;

  @Option(names = "--file", description = "For export: a new file, .csv or .parquet.")
  private @Nullable Path file;

  @Option(names = "--rows", description = "For export: most rows (100000).")
  private @Nullable String rows;

  @Option(names = "--force", description = "For export: replace the file.")
  private boolean force;

  /** Made by picocli, which fills every field. */
  @SuppressWarnings("NullAway.Init")
  TrafficCommand() {}

  /** What to show. */
  enum View {
    SUMMARY("summary"),
    COMPARE("comparison"),
    SERIES("series"),
    EVENTS("events"),
    ERRORS("errors"),
    LIVE("live"),
    EXPORT("export");

    private final String path;

    View(String path) {
      this.path = "/api/traffic/" + path;
    }
  }

  @Override
  public Integer call() {
    var query = new HashMap<String, String>();
    put(query, "gateway", gateway);
    if (view == View.EVENTS && id != null) {
      print(client().get(view.path + "/" + Query.encode(id), query));
      return 0;
    }
    put(query, "api", api);
    put(query, "route", route);
    put(query, "consumer", consumer);
    var singles = ofSingles();
    if (view == View.LIVE) {
      client().stream(view.path, query, line -> text(line + "\n"));
      return 0;
    }
    query.put("from", from);
    put(query, "to", until);
    put(query, "groupBy", groupBy);
    put(query, "by", by);
    put(query, "top", top);
    query.putAll(singles);
    if (view == View.EXPORT) {
      return export(query);
    }
    print(client().get(view.path, query));
    return 0;
  }

  /** What chooses single events; other views would count all of them and not say so. */
  private Map<String, String> ofSingles() {
    var query = new HashMap<String, String>();
    put(query, "status", status);
    put(query, "minMillis", minMillis);
    put(query, "trace", trace);
    put(query, "limit", limit);
    put(query, "cursor", cursor);
    if (!query.isEmpty() && view != View.EVENTS && view != View.EXPORT) {
      throw new ProblemException(
          Problem.user(
              "OPTION_OF_EVENTS",
              "This view does not choose single events.",
              String.join(", ", new TreeSet<>(query.keySet())),
              "Leave the option out, or ask for events."));
    }
    return query;
  }

  private int export(Map<String, String> query) {
    Path to = file;
    if (to == null) {
      throw new ProblemException(
          Problem.user(
              "FILE_NOT_NAMED",
              "An export needs a file.",
              "--file",
              "Name one that ends with .csv or .parquet."));
    }
    put(query, "rows", rows);
    query.put("format", to.toString().replaceFirst(".*\\.", ""));
    var headers = client().download(view.path, query, to, force);
    text(headers.firstValue("x-entente-rows").orElse("?") + " requests in " + to + "\n");
    headers
        .firstValue("x-entente-next")
        .ifPresent(next -> text("there are older ones: raise --rows or name a shorter time\n"));
    return 0;
  }

  private static void put(Map<String, String> query, String name, @Nullable String value) {
    if (value != null) {
      query.put(name, value);
    }
  }
}
