package io.entente.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What others changed inside what Entente applied, and what people decided about it. */
@Command(
    name = "drift",
    mixinStandardHelpOptions = true,
    description = "Decides about drift: lets it stay, looks away for a time, or takes that back.",
    subcommands = {
      DriftDecide.Adopt.class,
      DriftDecide.Ignore.class,
      DriftDecisions.class,
      DriftWithdraw.class
    },
    footer = {
      "",
      "'entente get drifts' lists drift with its ids; 'entente plan GATEWAY' heals it."
    })
final class DriftCommand implements Runnable {

  static final String PATH = "/api/drift/";

  @Spec private CommandSpec spec;

  /** Made by picocli, which fills every field. */
  @SuppressWarnings("NullAway.Init")
  DriftCommand() {}

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say what to do: adopt, ignore, decisions or withdraw.");
  }
}
