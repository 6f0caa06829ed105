package io.entente.cli;

import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Node;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a decision about one row of drift, of the values it shows. */
abstract class DriftDecide extends HubCommand {

  @Parameters(index = "0", description = "Id of the drift, as 'get drifts' lists it.")
  private String id;

  @Option(names = "--reason", required = true, description = "Why, for whoever reads it later.")
  private String reason;

  @Option(
      names = "--seen",
      description =
          "The values that were looked at, as 'get drifts -o json' shows them; else those of now.")
  private @Nullable String seen;

  /** Made by picocli, which fills every field. */
  @SuppressWarnings("NullAway.Init")
  DriftDecide() {}

  final int decide(String what, Map<String, Node> more) {
    var body =
        Node.obj(more)
            .with("reason", Node.text(reason))
            .with("seen", Node.text(seen == null ? seenNow() : seen));
    Node decision = client().post(DriftCommand.PATH + Query.encode(id) + "/" + what, body);
    if (asTable()) {
      text(
          "decision "
              + Table.at(decision, "id")
              + ": "
              + Table.at(decision, "object")
              + " "
              + Table.at(decision, "path")
              + " "
              + (what.equals("adopt")
                  ? "stays " + Table.at(decision, "gatewayValue")
                  : "is ignored until " + Table.at(decision, "until"))
              + "\n");
    } else {
      print(decision);
    }
    return 0;
  }

  private String seenNow() {
    if (client().get("/api/drift", Map.of()) instanceof Node.Arr rows) {
      for (Node row : rows.items()) {
        if (Table.at(row, "id").equals(id)) {
          return Table.at(row, "seen");
        }
      }
    }
    throw new ProblemException(
        Problem.user(
            "DRIFT_NOT_FOUND",
            "There is no open drift with this id",
            "id",
            id,
            "List it with: entente get drifts"));
  }

  /** What was found stays. */
  @Command(
      name = "adopt",
      mixinStandardHelpOptions = true,
      description = "What was found stays: it becomes what is desired there.")
  static final class Adopt extends DriftDecide {

    @Override
    public Integer call() {
      return decide("adopt", Map.of());
    }
  }

  /** Not reported for a time. */
  @Command(
      name = "ignore",
      mixinStandardHelpOptions = true,
      description =
          "Not reported until then, or until the value is another; a plan still heals it.")
  static final class Ignore extends DriftDecide {

    @Option(
        names = "--until",
        required = true,
        description = "An instant (2027-01-31T12:00:00Z) or days from now (30d); at most 90 days.")
    private String until;

    /** Made by picocli, which fills every field. */
    @SuppressWarnings("NullAway.Init")
    Ignore() {}

    @Override
    public Integer call() {
      return decide("ignore", Map.of("until", Node.text(instant(until, Instant.now()).toString())));
    }

    static Instant instant(String text, Instant now) {
      try {
        return text.matches("[0-9]{1,3}d")
            ? now.plus(Duration.ofDays(Long.parseLong(text.substring(0, text.length() - 1))))
            : Instant.parse(text);
      } catch (DateTimeParseException e) {
        throw new ProblemException(
            Problem.user(
                "INVALID_VALUE",
                "This is no instant and no number of days",
                "--until",
                text,
                "Write 2027-01-31T12:00:00Z or 30d."));
      }
    }
  }
}
