package io.entente.cli;

import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists decisions about drift. */
@Command(
    name = "decisions",
    mixinStandardHelpOptions = true,
    description = "Lists decisions about drift that are in force.")
final class DriftDecisions extends HubCommand {

  @Option(names = "--gateway", description = "Only of this gateway.")
  private @Nullable String gateway;

  @Option(names = "--all", description = "Ended ones too.")
  private boolean all;

  /** Made by picocli, which fills every field. */
  @SuppressWarnings("NullAway.Init")
  DriftDecisions() {}

  @Override
  public Integer call() {
    var query = new HashMap<String, String>();
    if (gateway != null) {
      query.put("gateway", gateway);
    }
    if (all) {
      query.put("all", "true");
    }
    print(
        client().get(DriftCommand.PATH + "decisions", query),
        "id",
        "gateway",
        "object",
        "path",
        "decision",
        "policyValue",
        "gatewayValue",
        "by",
        "at",
        "until",
        "endedAs",
        "reason");
    return 0;
  }
}
