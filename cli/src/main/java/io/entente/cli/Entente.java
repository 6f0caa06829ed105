package io.entente.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The {@code entente} command. */
@Command(
    name = "entente",
    mixinStandardHelpOptions = true,
    version = "entente 0.1.0",
    description = "Federates API and AI gateways: read, plan, approve, apply, observe.",
    subcommands = {
      GetCommand.class,
      DescribeCommand.class,
      ApplyCommand.class,
      PlanCommand.class,
      ApproveCommand.class,
      RollbackCommand.class,
      ExplainCommand.class,
      TrafficCommand.class,
      CredentialCommand.class,
      DriftCommand.class,
      TakeoverCommand.class,
      PolicyCommand.class
    },
    footer = {
      "",
      "Exit codes: 0 done (plan: nothing to change), 1 failed or refused, 2 plan found changes."
    })
public final class Entente implements Runnable {

  static final int FAILED = 1;
  static final int CHANGES = 2;

  @Spec private CommandSpec spec;

  /** Made by picocli, which fills {@code spec} before any command runs. */
  @SuppressWarnings("NullAway.Init")
  Entente() {}

  public static void main(String[] args) {
    System.exit(run(args, System.getenv(), System.out, System.err));
  }

  /** Runs one command line; nothing but the streams and the hub is touched. */
  static int run(String[] args, Map<String, String> environment, PrintStream out, PrintStream err) {
    var command = new CommandLine(new Entente());
    command.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
    command.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
    command.setCaseInsensitiveEnumValuesAllowed(true);
    command.setDefaultValueProvider(new EnvironmentDefaults(environment));
    command.setExecutionExceptionHandler(
        (failure, at, parsed) -> {
          at.getErr().println(Failures.describe(failure));
          return FAILED;
        });
    command.setParameterExceptionHandler(
        (failure, parsed) -> {
          var at = failure.getCommandLine();
          at.getErr().println(failure.getMessage());
          at.getErr().println("Try '" + at.getCommandSpec().qualifiedName() + " --help'.");
          return FAILED;
        });
    return command.execute(args);
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "Say what to do: a verb is missing.");
  }
}
