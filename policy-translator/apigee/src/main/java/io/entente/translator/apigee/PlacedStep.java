package io.entente.translator.apigee;

import io.entente.translator.apigee.dialect.StepText;
import io.entente.translator.apigee.emit.StepDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Step with all that decides whether it runs.
 *
 * @param when conditions in parentheses, all of which must hold
 */
record PlacedStep(StepDraft draft, List<String> when) {

  PlacedStep {
    when = List.copyOf(when);
  }

  static PlacedStep of(StepDraft draft, Stream<String> where) {
    var when = new ArrayList<>(where.toList());
    draft.condition().ifPresent(c -> when.add("(" + c + ")"));
    return new PlacedStep(draft, when);
  }

  String text() {
    return StepText.of(draft.policy(), condition());
  }

  private Optional<String> condition() {
    return when.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", when));
  }
}
