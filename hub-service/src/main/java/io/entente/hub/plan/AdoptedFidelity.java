package io.entente.hub.plan;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.Direction;
import io.entente.model.fidelity.FidelityGrade;
import io.entente.model.fidelity.FidelityReport;
import io.entente.model.fidelity.FieldFidelity;
import io.entente.model.fidelity.PolicyFidelity;
import io.entente.model.identity.PolicyVersion;
import io.entente.model.nativeobject.ClaimSource;
import io.entente.model.problem.Problem;
import io.entente.policy.Policy;
import io.entente.reconciliation.Adopted;
import io.entente.reconciliation.Adoption;
import io.entente.reconciliation.PlaceSources;
import io.entente.translator.RequiredFidelity;
import io.entente.translator.Translation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Says in the fidelity of policies what stays by decision instead of what they want. Which field of
 * a policy a native place belongs to is not known, so no field of a policy concerned is EXACT.
 */
final class AdoptedFidelity {

  private static final String CODE = "kept-by-decision";

  private AdoptedFidelity() {}

  /** The translation with the adopted objects, their fidelity, and refusals that follow from it. */
  static Translation of(Translation plain, Adopted adopted, List<Policy> policies) {
    if (adopted.held().isEmpty()) {
      return plain;
    }
    Map<PolicyVersion, Policy> known =
        policies.stream().collect(Collectors.toMap(Policy::id, Function.identity(), (a, b) -> a));
    var entries = new ArrayList<PolicyFidelity>();
    var refusals = new ArrayList<Problem>(plain.refusals());
    for (PolicyFidelity entry : plain.fidelity().entries()) {
      var concerned =
          adopted.held().stream().filter(held -> concerns(plain, held, entry.policy())).toList();
      var stated = concerned.isEmpty() ? entry : stated(entry, concerned);
      entries.add(stated);
      var policy = known.get(entry.policy());
      if (policy != null && !concerned.isEmpty()) {
        RequiredFidelity.check(policy, stated).ifPresent(refusals::add);
      }
    }
    return new Translation(
        adopted.objects(), new FidelityReport(entries), plain.shadowed(), refusals, plain.blobs());
  }

  private static boolean concerns(Translation plain, Adoption held, PolicyVersion policy) {
    var object = plain.objects().get(held.key());
    Set<ClaimSource> sources =
        object == null ? Set.of() : PlaceSources.of(held.path(), object.claims());
    return sources.contains(new ClaimSource.OfPolicy(policy));
  }

  private static PolicyFidelity stated(PolicyFidelity entry, List<Adoption> held) {
    var deviations = held.stream().map(one -> deviation(entry, one)).toList();
    return new PolicyFidelity(
        entry.policy(),
        entry.kind(),
        entry.target(),
        entry.fields().stream().map(field -> stated(field, deviations)).toList());
  }

  private static FieldFidelity stated(FieldFidelity field, List<Deviation> more) {
    var all = new ArrayList<>(field.deviations());
    all.addAll(more);
    return new FieldFidelity(
        field.field(),
        field.value(),
        field.grade().worse(FidelityGrade.APPROXIMATE),
        field.evidence(),
        all);
  }

  private static Deviation deviation(PolicyFidelity entry, Adoption held) {
    boolean guards = GuardingKinds.guards(entry.kind());
    return new Deviation(
        CODE,
        guards ? Direction.LOOSER : Direction.DIFFERENT,
        (guards ? "possibly looser: " : "") + AdoptionText.sentence(held),
        "Withdraw decision " + held.id() + " to have what the policy says again.",
        List.of(entry.policy()));
  }
}
