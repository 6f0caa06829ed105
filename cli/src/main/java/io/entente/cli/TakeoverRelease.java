package io.entente.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Gives back what was taken over. */
@Command(
    name = "release",
    mixinStandardHelpOptions = true,
    description = "Gives a place back as it is now; nothing is written to the gateway.")
final class TakeoverRelease extends HubCommand {

  @Parameters(index = "0", description = "Name of the gateway.")
  private String gateway;

  @Parameters(index = "1", description = "Id, as 'list' shows it.")
  private String id;

  /** Made by picocli, which fills every field. */
  @SuppressWarnings("NullAway.Init")
  TakeoverRelease() {}

  @Override
  public Integer call() {
    client().delete(TakeoverCommand.path(gateway, "takeovers/" + Query.encode(id)));
    text("given back\n");
    return 0;
  }
}
