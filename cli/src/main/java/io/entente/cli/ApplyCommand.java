package io.entente.cli;

import io.entente.model.tree.Node;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Stores documents (-f), or executes an approved plan (--plan). */
@Command(
    name = "apply",
    mixinStandardHelpOptions = true,
    description = "Stores documents (-f), or executes an approved plan (--plan).")
final class ApplyCommand extends HubCommand {

  @ArgGroup(multiplicity = "1")
  private What what;

  @Option(names = "--dry-run", description = "Check the documents, store nothing.")
  private boolean dryRun;

  /** Made by picocli, which fills every field. */
  @SuppressWarnings("NullAway.Init")
  ApplyCommand() {}

  /** One of the two. */
  static final class What {
    @Option(names = "-f", description = "File of YAML or JSON documents; - for standard input.")
    private @Nullable String file;

    @Option(names = "--plan", description = "Id of an approved plan.")
    private @Nullable String plan;
  }

  @Override
  public Integer call() throws IOException {
    if (what.plan != null) {
      Node plan = client().post("/api/plans/" + Query.encode(what.plan) + "/apply", Node.obj());
      print(plan);
      return Table.at(plan, "status").equalsIgnoreCase("applied") ? 0 : Entente.FAILED;
    }
    String file = Objects.requireNonNull(what.file, "picocli gives one of the two");
    String text =
        file.equals("-")
            ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
            : Files.readString(Path.of(file));
    String path = "/api/documents" + (dryRun ? "?dryRun=true" : "");
    print(client().post(path, "application/yaml", text), "kind", "name", "version", "changed");
    return 0;
  }
}
