package io.entente.translator.apigee.reverse;

import io.entente.policy.HeaderTransform;
import io.entente.policy.HeaderTransform.Edit;
import io.entente.policy.PolicyKind;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Conditions of Steps that belong to what the Step says rather than to where it runs. */
final class Conditions {

  private Conditions() {}

  /**
   * A header that is set only where it is absent; empty where the condition says something else.
   */
  static Optional<List<Edit>> absent(Run run, List<Edit> edits) {
    if (edits.size() != 1 || !(edits.get(0) instanceof Edit.Set set) || !asksOnlyFor(run, set)) {
      return Optional.empty();
    }
    return Optional.of(List.of(new Edit.AddIfAbsent(set.name(), set.value())));
  }

  /** Where a Step runs, once a condition that belongs to what it says is taken off. */
  static Run where(Run run, PolicyKind kind) {
    return kind instanceof HeaderTransform transform && onlyIfAbsent(transform)
        ? run.withoutCondition()
        : run;
  }

  private static boolean onlyIfAbsent(HeaderTransform transform) {
    return Stream.concat(transform.request().stream(), transform.response().stream())
        .anyMatch(Edit.AddIfAbsent.class::isInstance);
  }

  private static boolean asksOnlyFor(Run run, Edit.Set set) {
    String message = run.request() ? "request" : "response";
    Pattern absent =
        Pattern.compile(
            "\\(?\\s*"
                + message
                + "\\.header\\."
                + Pattern.quote(set.name())
                + "\\s*(?:=|==|Is|Equals)\\s*null\\s*\\)?",
            Pattern.CASE_INSENSITIVE);
    return run.condition().filter(c -> absent.matcher(c).matches()).isPresent();
  }
}
