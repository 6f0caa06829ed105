package io.entente.translator;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.Direction;
import io.entente.model.fidelity.EvidenceGrade;
import io.entente.model.fidelity.FidelityGrade;
import io.entente.model.fidelity.FieldFidelity;
import io.entente.model.fidelity.PolicyFidelity;
import io.entente.policy.Policy;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Records which fields of one policy an emitter has put into the vendor's documents. A field that
 * nobody recorded is reported UNSUPPORTED: silence is never taken for success. Not thread-safe.
 */
public final class FieldLedger {

  private final Policy policy;
  private final SortedMap<String, String> fields;
  private final SortedMap<String, FieldFidelity> recorded = new TreeMap<>();
  private final Set<String> withoutMeaning = new HashSet<>();

  public FieldLedger(Policy policy) {
    this.policy = policy;
    this.fields = KindFields.of(policy);
  }

  public Policy policy() {
    return policy;
  }

  /** The field is in the documents; EXACT without deviations, else APPROXIMATE. */
  public void emitted(String field, EvidenceGrade evidence, List<Deviation> deviations) {
    record(
        field,
        deviations.isEmpty() ? FidelityGrade.EXACT : FidelityGrade.APPROXIMATE,
        evidence,
        deviations);
  }

  public void emitted(String field, EvidenceGrade evidence) {
    emitted(field, evidence, List.of());
  }

  /** The field cannot be in the documents, and {@code why} says so. */
  public void unsupported(String field, EvidenceGrade evidence, Deviation why) {
    record(field, FidelityGrade.UNSUPPORTED, evidence, List.of(why));
  }

  /** No value of this field could make a difference beside the other fields of this instance. */
  public void withoutMeaning(String field) {
    require(field);
    withoutMeaning.add(field);
  }

  /** One statement per field that has a meaning here. */
  public PolicyFidelity report(String target) {
    var statements = new TreeMap<String, FieldFidelity>();
    fields.forEach((field, value) -> statements.put(field, untouched(field, value)));
    statements.putAll(recorded);
    withoutMeaning.forEach(statements::remove);
    return new PolicyFidelity(
        policy.id(), policy.spec().kind().kindName(), target, List.copyOf(statements.values()));
  }

  private void record(
      String field, FidelityGrade grade, EvidenceGrade evidence, List<Deviation> deviations) {
    require(field);
    String value = fields.getOrDefault(field, "");
    recorded.put(field, new FieldFidelity(field, value, grade, evidence, deviations));
  }

  private void require(String field) {
    if (!fields.containsKey(field)) {
      throw new IllegalArgumentException(
          "policy " + policy.id() + " has no field '" + field + "', only " + fields.keySet());
    }
  }

  private FieldFidelity untouched(String field, String value) {
    return new FieldFidelity(
        field,
        value,
        FidelityGrade.UNSUPPORTED,
        EvidenceGrade.DOCUMENTED,
        List.of(
            new Deviation(
                "not-translated",
                Direction.DIFFERENT,
                field + " = " + value + " is in no document of this gateway",
                "Enforce it elsewhere or take it out of the policy.",
                List.of(policy.id()))));
  }
}
