package io.entente.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Translates documents without a hub. Its fields are plain, so that translators load late. */
@Command(
    name = "translate",
    mixinStandardHelpOptions = true,
    description = {
      "Translates policies for a kind of gateway, without a hub: prints the vendor's own documents,"
          + " and what the translation keeps and loses.",
      "The report goes to standard error, so that the documents can be piped; with --fidelity, --to"
          + " or -o it goes to standard output. When a policy is refused nothing is exported."
    },
    footer = {"", "Exit codes: 0 translated, 1 refused or failed."})
final class PolicyTranslate implements Callable<Integer> {

  @Option(
      names = "-f",
      required = true,
      paramLabel = "FILE",
      description =
          "File or folder of Policy and Api documents; - for standard input. Without an Api a plain"
              + " sample is made. May come several times.")
  List<String> files;

  @Option(
      names = "--for",
      required = true,
      paramLabel = "TARGET",
      description =
          "kong:oss:3.9, kong:enterprise:3.15, apigee:x[:base|:intermediate|:comprehensive],"
              + " apigee:hybrid or envoy:1.40.")
  String target;

  @Option(
      names = "--on",
      paramLabel = "FILE",
      description =
          "What the gateway holds already, for Api documents with bindings: files as 'policy"
              + " import' reads them.")
  List<String> estate = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORM",
      description =
          "decK or dbless (Kong), bundle (Apigee), yaml (Envoy), or native: each object by its key."
              + " The first of the vendor unless told.")
  @Nullable String format;

  @Option(
      names = "--to",
      paramLabel = "PATH",
      description = "Write the documents there: a file, a folder, or a .zip for a single bundle.")
  @Nullable String to;

  @Option(names = "--force", description = "Replace files that are there with other content.")
  boolean force;

  @Option(names = "--fidelity", description = "Only the report, no documents.")
  boolean fidelityOnly;

  @Option(
      names = "--gateway",
      paramLabel = "NAME",
      description = "Which gateway of the documents is meant, where they name several.")
  @Nullable String gateway;

  @Option(
      names = "--label",
      paramLabel = "NAME=VALUE",
      description = "A label of the gateway, for example environment=prod.")
  Map<String, String> labels = Map.of();

  @Option(
      names = "--nodes",
      paramLabel = "N",
      defaultValue = "1",
      description = "How many data planes share the traffic (1): limits of each add up.")
  int nodes;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description =
          "A setting of the gateway: environment (Apigee); listener.address, listener.port,"
              + " listener.trustedHops, rateLimit.maxKeys (Envoy).")
  Map<String, String> settings = Map.of();

  @Option(
      names = {"-o", "--output"},
      description = "table, json or yaml.",
      defaultValue = "table")
  Output output;

  @Spec private CommandSpec spec;

  /** Made by picocli, which fills every field. */
  @SuppressWarnings("NullAway.Init")
  PolicyTranslate() {}

  @Override
  public Integer call() {
    var line = spec.commandLine();
    return new TranslateRun(this, line.getOut(), line.getErr()).call();
  }
}
