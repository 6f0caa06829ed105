package io.entente.translator.kong;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.FidelityGrade;
import io.entente.model.fidelity.FieldFidelity;
import io.entente.model.fidelity.PolicyFidelity;
import io.entente.translator.kong.emit.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
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

  /**
   * What is said of one policy for some callers and for others. Where it yields to others'
   * instances for one of the two only, it is less faithful, not absent.
   */
  static PolicyFidelity joined(PolicyFidelity one, PolicyFidelity other, String prefix) {
    boolean absent = one.grade() == FidelityGrade.UNSUPPORTED;
    if (absent == (other.grade() == FidelityGrade.UNSUPPORTED)) {
      return merged(one, other, prefix);
    }
    PolicyFidelity present = absent ? other : one;
    return (absent ? one : other)
        .fields().stream()
            .flatMap(field -> field.deviations().stream())
            .filter(deviation -> deviation.code().equals(ScopeVerdict.SHADOWED))
            .findFirst()
            .map(why -> with(present, absent ? why : prefixed(why, prefix)))
            .orElseGet(() -> merged(one, other, prefix));
  }

  /** The same of some callers, whom {@code prefix} names. */
  static Deviation prefixed(Deviation deviation, String prefix) {
    return new Deviation(
        deviation.code(),
        deviation.direction(),
        prefix + deviation.bound(),
        deviation.remedy(),
        deviation.policies());
  }

  /**
   * What both say of one policy, field by field the worse; deviations of which only {@code other}
   * has the code, with a prefix.
   */
  private static PolicyFidelity merged(PolicyFidelity one, PolicyFidelity other, String prefix) {
    var fields = new TreeMap<String, FieldFidelity>();
    one.fields().forEach(field -> fields.put(field.field(), field));
    for (FieldFidelity field : other.fields()) {
      FieldFidelity said = fields.get(field.field());
      fields.put(field.field(), said == null ? field : merged(said, field, prefix));
    }
    return new PolicyFidelity(one.policy(), one.kind(), one.target(), List.copyOf(fields.values()));
  }

  private static FieldFidelity merged(FieldFidelity one, FieldFidelity other, String prefix) {
    var deviations = new ArrayList<>(one.deviations());
    for (Deviation each : other.deviations()) {
      if (one.deviations().stream().noneMatch(said -> said.code().equals(each.code()))) {
        deviations.add(prefixed(each, prefix));
      }
    }
    return new FieldFidelity(
        one.field(),
        one.value(),
        one.grade().worse(other.grade()),
        one.evidence().compareTo(other.evidence()) >= 0 ? one.evidence() : other.evidence(),
        deviations);
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
