package io.entente.hub.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ProblemReferenceTest {

  private static final Map<String, String> WHOSE_MOVE =
      Map.of("user", "yours", "vendor", "the gateway's side", "internal", "the hub's", "", "");

  @Test
  void referenceSaysWhatTheSourcesSay() throws IOException {
    // Given
    var byCode = new TreeMap<String, Set<ToldProblem>>();
    for (ToldProblem told : ProblemSources.read(GeneratedPart.doc("..").normalize())) {
      byCode.computeIfAbsent(told.code(), code -> new TreeSet<>()).add(told);
    }
    var made = new StringBuilder("\n| Code | Whose move | What to do |\n|---|---|---|\n");

    // When
    byCode.forEach((code, told) -> made.append(row(code, told)));

    // Then
    assertThat(byCode).containsKeys("PLAN_STALE", "OUTBOUND_REFUSED", "READ_BACK_DIFFERS");
    GeneratedPart.of("errors.md").is(made + "\n");
  }

  private static String row(String code, Set<ToldProblem> told) {
    String kinds =
        told.stream()
            .map(one -> WHOSE_MOVE.get(one.kind()))
            .filter(whose -> !whose.isEmpty())
            .distinct()
            .collect(Collectors.joining(", or "));
    String next =
        told.stream()
            .map(ToldProblem::next)
            .filter(step -> !step.isBlank())
            .distinct()
            .collect(Collectors.joining("<br>"));
    return "| `%s` | %s | %s |%n"
        .formatted(
            code,
            kinds.isEmpty() ? "as the problem says" : kinds,
            next.isEmpty() ? "as the problem says" : next.replace("|", "\\|").replace('\n', ' '));
  }
}
