package io.entente.translator.kong;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.FidelityGrade;
import io.entente.model.fidelity.FieldFidelity;
import io.entente.model.fidelity.PolicyFidelity;
import io.entente.translator.kong.emit.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Changes what is said of a policy once it is known what else is on the route. */
final class Fidelities {

  private Fidelities() {}

  /** With one more deviation: on {@code mode}, or on the first field where mode says nothing. */
  static PolicyFidelity with(PolicyFidelity fidelity, Deviation deviation) {
    String field =
        fidelity.fields().stream()
            .filter(f -> f.field().equals("mode"))
            .findFirst()
            .orElse(fidelity.fields().get(0))
            .field();
    return each(fidelity, f -> f.field().equals(field) ? deviating(f, deviation) : f);
  }

  /**
   * With the fields that begin with {@code prefix} left out of the documents; {@code mode} too,
   * when nothing of the policy remains.
   */
  static PolicyFidelity without(PolicyFidelity fidelity, String prefix, Deviation why) {
    PolicyFidelity rest =
        each(fidelity, f -> f.field().startsWith(prefix) ? unsupported(f, why) : f);
    boolean nothing =
        rest.fields().stream()
            .filter(f -> !f.field().equals("mode"))
            .allMatch(f -> f.grade() == FidelityGrade.UNSUPPORTED);
    return nothing ? each(rest, f -> f.field().equals("mode") ? unsupported(f, why) : f) : rest;
  }

  private static FieldFidelity deviating(FieldFidelity field, Deviation deviation) {
    var deviations = new ArrayList<>(field.deviations());
    deviations.add(deviation);
    return new FieldFidelity(
        field.field(),
        field.value(),
        field.grade().worse(FidelityGrade.APPROXIMATE),
        field.evidence(),
        deviations);
  }

  private static FieldFidelity unsupported(FieldFidelity field, Deviation why) {
    return new FieldFidelity(
        field.field(),
        field.value(),
        FidelityGrade.UNSUPPORTED,
        Evidence.SCOPES.grade(),
        List.of(why));
  }

  static PolicyFidelity each(PolicyFidelity fidelity, UnaryOperator<FieldFidelity> change) {
    return new PolicyFidelity(
        fidelity.policy(),
        fidelity.kind(),
        fidelity.target(),
        fidelity.fields().stream().map(change).toList());
  }
}
