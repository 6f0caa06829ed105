package io.entente.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What others made on a gateway, taken over into policies as it is. */
@Command(
    name = "takeover",
    mixinStandardHelpOptions = true,
    description = "Takes what others made on a gateway over into policies, as it is.",
    subcommands = {
      TakeoverCandidates.class,
      TakeoverImport.class,
      TakeoverList.class,
      TakeoverRelease.class
    },
    footer = {
      "",
      "Nothing is written to the gateway: the plan after an import is what it was before."
    })
final class TakeoverCommand implements Runnable {

  @Spec private CommandSpec spec;

  /** Made by picocli, which fills every field. */
  @SuppressWarnings("NullAway.Init")
  TakeoverCommand() {}

  static String path(String gateway, String rest) {
    return "/api/gateways/" + Query.encode(gateway) + "/" + rest;
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say what to do: candidates, import, list or release.");
  }
}
