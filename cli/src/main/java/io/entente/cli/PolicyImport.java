package io.entente.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Reads policies out of a vendor's files, without a hub. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Reads policies out of a vendor's own files, without a hub: prints Policy documents, and the"
          + " Api documents that name where they hold.",
      "The report says what was expressed completely, what a policy does not say, and what was left"
          + " and why. It goes to standard error, with --to or -o to standard output."
    },
    footer = {"", "Exit codes: 0 read, 1 failed."})
final class PolicyImport implements Callable<Integer> {

  @Option(
      names = "-f",
      required = true,
      paramLabel = "FILE",
      description =
          "File or folder of decK, of a Kong without a database, or of Envoy; archive or folder of"
              + " an Apigee bundle. May come several times.")
  List<String> files;

  @Option(
      names = "--from",
      required = true,
      paramLabel = "TARGET",
      description = "What the files are for, as --for of 'policy translate' names it.")
  String target;

  @Option(
      names = "--gateway",
      paramLabel = "NAME",
      defaultValue = "gateway",
      description = "What the gateway is called in the documents (gateway).")
  String gateway;

  @Option(
      names = "--api",
      paramLabel = "FILE",
      description =
          "Api documents of what is on the gateway: needed to read back what Entente made. Without"
              + " one they are made for routes of others (Kong, Apigee).")
  List<String> apis = List.of();

  @Option(names = "--to", paramLabel = "FILE", description = "Write the documents there.")
  @Nullable String to;

  @Option(names = "--force", description = "Replace a file that is there with other content.")
  boolean force;

  @Option(
      names = {"-o", "--output"},
      description = "table, json or yaml.",
      defaultValue = "table")
  Output output;

  @Spec private CommandSpec spec;

  /** Made by picocli, which fills every field. */
  @SuppressWarnings("NullAway.Init")
  PolicyImport() {}

  @Override
  public Integer call() {
    var line = spec.commandLine();
    return new ImportRun(this, line.getOut(), line.getErr()).call();
  }
}
