package io.entente.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists what is taken over. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists what is taken over on a gateway.")
final class TakeoverList extends HubCommand {

  @Parameters(index = "0", description = "Name of the gateway.")
  private String gateway;

  @Option(names = "--all", description = "What was given back too.")
  private boolean all;

  /** Made by picocli, which fills every field. */
  @SuppressWarnings("NullAway.Init")
  TakeoverList() {}

  @Override
  public Integer call() {
    print(
        client()
            .get(
                TakeoverCommand.path(gateway, "takeovers"), all ? Map.of("all", "true") : Map.of()),
        "id",
        "place",
        "policies",
        "by",
        "at",
        "releasedBy",
        "releasedAt");
    return 0;
  }
}
