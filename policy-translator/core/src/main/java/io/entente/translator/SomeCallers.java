package io.entente.translator;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.EvidenceGrade;
import io.entente.model.fidelity.FidelityGrade;
import io.entente.model.fidelity.FieldFidelity;
import io.entente.model.fidelity.PolicyFidelity;
import io.entente.policy.Policy;
import io.entente.policy.TargetRef;
import io.entente.policy.resolution.CallerResolution;
import io.entente.policy.resolution.EffectivePolicy;
import io.entente.policy.resolution.RouteResolution;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A policy that holds on a route for some callers and makes there a difference to what holds for
 * everybody.
 *
 * @param policy which
 * @param consumers for whom
 * @param fields of the policy that name them, {@code targetRefs[0].consumers} to their text
 */
public record SomeCallers(
    Policy policy, SortedSet<String> consumers, SortedMap<String, String> fields) {

  public SomeCallers {
    consumers = Collections.unmodifiableSortedSet(new TreeSet<>(consumers));
    fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
  }

  /** Each policy once. */
  public static List<SomeCallers> of(RouteResolution resolution) {
    var callers = new LinkedHashMap<Policy, SortedSet<String>>();
    Map<String, List<Policy>> everybody = PoliciesByKind.of(resolution.effective());
    for (CallerResolution set : resolution.callers()) {
      Map<String, List<Policy>> theirs = PoliciesByKind.of(set.effective());
      for (EffectivePolicy each : set.effective()) {
        String kind = each.policy().spec().kind().kindName();
        if (each.narrowed() && !theirs.getOrDefault(kind, List.of()).equals(everybody.get(kind))) {
          callers.computeIfAbsent(each.policy(), p -> new TreeSet<>()).addAll(set.consumers());
        }
      }
    }
    return callers.entrySet().stream()
        .map(entry -> new SomeCallers(entry.getKey(), entry.getValue(), fields(entry)))
        .toList();
  }

  private static SortedMap<String, String> fields(Map.Entry<Policy, SortedSet<String>> meant) {
    List<TargetRef> targets = meant.getKey().spec().targets();
    var fields = new TreeMap<String, String>();
    for (int i = 0; i < targets.size(); i++) {
      SortedSet<String> named = targets.get(i).consumers();
      if (!Collections.disjoint(named, meant.getValue())) {
        fields.put("targetRefs[" + i + "].consumers", String.join(", ", named));
      }
    }
    return fields;
  }

  /** Nothing of the policy goes out, for anybody: what it says is for some, and that cannot be. */
  public PolicyFidelity refused(String target, EvidenceGrade evidence, Deviation why) {
    var statements = new ArrayList<FieldFidelity>();
    var all = new TreeMap<>(KindFields.of(policy));
    all.putAll(fields);
    all.forEach(
        (field, value) ->
            statements.add(
                new FieldFidelity(
                    field, value, FidelityGrade.UNSUPPORTED, evidence, List.of(why))));
    return new PolicyFidelity(policy.id(), policy.spec().kind().kindName(), target, statements);
  }

  /**
   * With what became of the callers: EXACT without deviations, else APPROXIMATE; UNSUPPORTED where
   * all else is.
   */
  public PolicyFidelity stated(
      PolicyFidelity said, EvidenceGrade evidence, List<Deviation> deviations) {
    var statements = new ArrayList<>(said.fields());
    if (said.grade() == FidelityGrade.UNSUPPORTED) {
      // what is said of the mode is said of the whole policy
      FieldFidelity why =
          said.fields().stream()
              .filter(field -> field.field().equals("mode"))
              .findFirst()
              .orElse(said.fields().get(0));
      fields.forEach(
          (field, value) ->
              statements.add(
                  new FieldFidelity(field, value, why.grade(), why.evidence(), why.deviations())));
      return new PolicyFidelity(said.policy(), said.kind(), said.target(), statements);
    }
    fields.forEach(
        (field, value) ->
            statements.add(
                new FieldFidelity(
                    field,
                    value,
                    deviations.isEmpty() ? FidelityGrade.EXACT : FidelityGrade.APPROXIMATE,
                    evidence,
                    deviations)));
    return new PolicyFidelity(said.policy(), said.kind(), said.target(), statements);
  }
}
