package io.entente.cli;

import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Things that can be listed, where they live, and the columns of their table. */
enum Noun {
  GATEWAYS("/api/gateways", "name", "vendor", "writes", "version"),
  APIS("/api/apis", "name", "version"),
  POLICIES("/api/policies", "name", "kind", "version", "unmatchedTargets"),
  PLANS("/api/plans", "id", "gateway", "status", "steps", "createdAt"),
  DRIFTS(
      "/api/drift",
      "id",
      "gateway",
      "object",
      "path",
      "kind",
      "was",
      "is",
      "firstSeen",
      "ignored.until"),
  CONDITIONS("/api/conditions", "policy", "gateway", "target", "condition", "status", "reason"),
  AUDIT("/api/audit", "seq", "at", "actor", "action", "subject");

  private final String path;
  private final List<String> columns;

  Noun(String path, String... columns) {
    this.path = path;
    this.columns = List.of(columns);
  }

  String path() {
    return path;
  }

  String[] columns() {
    return columns.toArray(new String[0]);
  }

  /** Finds a noun by its name, in singular or plural. */
  static Noun of(String text) {
    String wanted = text.toUpperCase(Locale.ROOT);
    for (Noun noun : values()) {
      String name = noun.name();
      String singular =
          name.endsWith("IES")
              ? name.substring(0, name.length() - 3) + "Y"
              : name.endsWith("S") ? name.substring(0, name.length() - 1) : name;
      if (name.equals(wanted) || singular.equals(wanted)) {
        return noun;
      }
    }
    throw new ProblemException(
        Problem.user(
            "UNKNOWN_NOUN",
            "There is nothing called '" + text + "'",
            "",
            text,
            "Use one of: "
                + Arrays.stream(values())
                    .map(n -> n.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "))
                + "."));
  }
}
