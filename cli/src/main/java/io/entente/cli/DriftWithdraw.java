package io.entente.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes a decision about drift back. */
@Command(
    name = "withdraw",
    mixinStandardHelpOptions = true,
    description = "Takes a decision back: the drift is reported again.")
final class DriftWithdraw extends HubCommand {

  @Parameters(index = "0", description = "Id of the decision.")
  private String id;

  /** Made by picocli, which fills every field. */
  @SuppressWarnings("NullAway.Init")
  DriftWithdraw() {}

  @Override
  public Integer call() {
    client().delete(DriftCommand.PATH + "decisions/" + Query.encode(id));
    text("withdrawn\n");
    return 0;
  }
}
