package io.entente.cli;

import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Options every command has: where the hub is, who we are, how to print. */
final class HubOptions {

  @Option(
      names = {"--server"},
      description = "Address of the hub (ENTENTE_SERVER, else http://127.0.0.1:8080).")
  private URI server;

  @Option(
      names = {"--token-file"},
      description = "File holding the access token (ENTENTE_TOKEN_FILE, else the one ./run wrote).")
  private Path tokenFile;

  @Option(
      names = {"-o", "--output"},
      description = "table, json or yaml.",
      defaultValue = "table")
  private Output output;

  /** Made by picocli, which fills every field. */
  @SuppressWarnings("NullAway.Init")
  HubOptions() {}

  HubClient client() {
    return new HubClient(server, token());
  }

  Output output() {
    return output;
  }

  private String token() {
    try {
      return Files.readString(tokenFile).strip();
    } catch (IOException e) {
      throw new ProblemException(
          Problem.user(
              "TOKEN_NOT_READABLE",
              "The access token cannot be read",
              tokenFile.toString(),
              "Start the hub with ./run, or name the file with --token-file."));
    }
  }
}
