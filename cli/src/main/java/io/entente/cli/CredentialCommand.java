package io.entente.cli;

import io.entente.model.tree.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the hub calls a gateway with: stored, described, forgotten; it is never shown. */
@Command(
    name = "credential",
    mixinStandardHelpOptions = true,
    description = "What the hub calls a gateway with: stored, described, forgotten; never shown.",
    subcommands = {
      CredentialCommand.Set.class,
      CredentialCommand.Status.class,
      CredentialCommand.Delete.class
    })
final class CredentialCommand implements Runnable {

  @Spec private CommandSpec spec;

  /** Made by picocli, which fills every field. */
  @SuppressWarnings("NullAway.Init")
  CredentialCommand() {}

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do: set, status or delete.");
  }

  private static String path(String gateway) {
    return "/api/gateways/" + Query.encode(gateway) + "/vendor-credential";
  }

  /** Stores a credential. */
  @Command(
      name = "set",
      mixinStandardHelpOptions = true,
      description =
          "Stores the credential with which the hub calls a gateway and prints its fingerprint.")
  static final class Set extends HubCommand {

    @Parameters(index = "0", description = "The gateway.")
    private String gateway;

    @Option(
        names = "-f",
        required = true,
        description = "JSON file of the credential; - for standard input.")
    private String file;

    /** Made by picocli, which fills every field. */
    @SuppressWarnings("NullAway.Init")
    Set() {}

    @Override
    public Integer call() throws IOException {
      byte[] json = file.equals("-") ? System.in.readAllBytes() : Files.readAllBytes(Path.of(file));
      Node stored = client().put(path(gateway), "application/json", json);
      if (asTable()) {
        text(
            Table.at(stored, "type")
                + " stored, fingerprint "
                + Table.at(stored, "fingerprint")
                + "\n");
      } else {
        print(stored);
      }
      return 0;
    }
  }

  /** Says what is stored, and not what it is. */
  @Command(
      name = "status",
      mixinStandardHelpOptions = true,
      description = "Says whether a credential is stored, of which type, since when.")
  static final class Status extends HubCommand {

    @Parameters(index = "0", description = "The gateway.")
    private String gateway;

    /** Made by picocli, which fills every field. */
    @SuppressWarnings("NullAway.Init")
    Status() {}

    @Override
    public Integer call() {
      print(client().get(path(gateway), Map.of()));
      return 0;
    }
  }

  /** Forgets what is stored. */
  @Command(
      name = "delete",
      mixinStandardHelpOptions = true,
      description = "Forgets the stored credential.")
  static final class Delete extends HubCommand {

    @Parameters(index = "0", description = "The gateway.")
    private String gateway;

    /** Made by picocli, which fills every field. */
    @SuppressWarnings("NullAway.Init")
    Delete() {}

    @Override
    public Integer call() {
      client().delete(path(gateway));
      text("forgotten\n");
      return 0;
    }
  }
}
