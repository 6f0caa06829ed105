package io.entente.cli;

import java.util.HashMap;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows traffic: summary (default), series, errors, or live. */
@Command(
    name = "traffic",
    mixinStandardHelpOptions = true,
    description = "Shows traffic: summary (default), series, errors, or live.")
final class TrafficCommand extends HubCommand {

  @Parameters(index = "0", arity = "0..1", defaultValue = "summary")
  private View view;

  @Option(names = "--from", defaultValue = "-15m", description = "Instant or -15m.")
  private String from;

  @Option(names = "--gateway", description = "Only of this gateway.")
  private @Nullable String gateway;

  @Option(names = "--api", description = "Only of this API.")
  private @Nullable String api;

  @Option(names = "--group-by", description = "gateway, api, route or consumer.")
  private @Nullable String groupBy;

  /** Made by picocli, which fills every field. */
  @SuppressWarnings("NullAway.Init")
  TrafficCommand() {}

  /** What to show. */
  enum View {
    SUMMARY,
    SERIES,
    ERRORS,
    LIVE
  }

  @Override
  public Integer call() {
    var query = new HashMap<String, String>();
    if (gateway != null) {
      query.put("gateway", gateway);
    }
    if (api != null) {
      query.put("api", api);
    }
    if (view == View.LIVE) {
      client().stream("/api/traffic/live", query, line -> text(line + "\n"));
      return 0;
    }
    query.put("from", from);
    if (groupBy != null) {
      query.put("groupBy", groupBy);
    }
    print(client().get("/api/traffic/" + view.name().toLowerCase(Locale.ROOT), query));
    return 0;
  }
}
