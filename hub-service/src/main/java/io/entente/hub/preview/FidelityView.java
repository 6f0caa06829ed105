package io.entente.hub.preview;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.FieldFidelity;
import io.entente.model.fidelity.PolicyFidelity;
import java.util.List;

/** What became of one policy on one route, in the words a plan has for it. */
public record FidelityView(
    String policy, int version, String kind, String target, String grade, List<FieldView> fields) {

  /** What became of one field. */
  public record FieldView(
      String field, String value, String grade, String evidence, List<DeviationView> deviations) {

    static FieldView of(FieldFidelity field) {
      return new FieldView(
          field.field(),
          field.value(),
          field.printed(),
          field.evidence().name(),
          field.deviations().stream().map(DeviationView::of).toList());
    }
  }

  /** One stated difference. */
  public record DeviationView(
      String code, String direction, String bound, String remedy, List<String> policies) {

    static DeviationView of(Deviation deviation) {
      return new DeviationView(
          deviation.code(),
          deviation.direction().name(),
          deviation.bound(),
          deviation.remedy(),
          deviation.policies().stream().map(Object::toString).toList());
    }
  }

  public static FidelityView of(PolicyFidelity entry) {
    return new FidelityView(
        entry.policy().policy().value(),
        entry.policy().version(),
        entry.kind(),
        entry.target(),
        entry.grade().name(),
        entry.fields().stream().map(FieldView::of).toList());
  }
}
