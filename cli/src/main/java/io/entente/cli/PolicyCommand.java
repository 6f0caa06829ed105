package io.entente.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What can be done with policy documents without a hub. */
@Command(
    name = "policy",
    mixinStandardHelpOptions = true,
    description = "Works on policy documents without a hub.",
    subcommands = {PolicyTranslate.class, PolicyImport.class})
final class PolicyCommand implements Runnable {

  @Spec private CommandSpec spec;

  /** Made by picocli, which fills every field. */
  @SuppressWarnings("NullAway.Init")
  PolicyCommand() {}

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do: translate or import.");
  }
}
