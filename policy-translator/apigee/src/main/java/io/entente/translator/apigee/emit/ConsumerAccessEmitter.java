package io.entente.translator.apigee.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.PolicyFidelity;
import io.entente.policy.ConsumerAccess;
import io.entente.policy.ConsumerAccess.OnUnknown;
import io.entente.policy.Policy;
import io.entente.translator.FieldLedger;
import io.entente.translator.Identifying;
import io.entente.translator.KindFields;
import io.entente.translator.Stated;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** {@code consumerAccess} as RaiseFault, where what credentials said finds the caller unwanted. */
public final class ConsumerAccessEmitter implements KindEmitter {

  @Override
  public String kindName() {
    return "consumerAccess";
  }

  @Override
  public Emission emit(List<Policy> policies, Place place) {
    if (!place.made() && !place.extensible()) {
      return Emission.notInEnvironment("a flow hook", policies, place);
    }
    Set<String> unnamed = unnamed(place);
    if (!unnamed.isEmpty()) {
      return Emission.nothing(policies, place, ledger -> refuse(ledger, unnamed));
    }
    var steps = new ArrayList<StepDraft>();
    var fidelity = new ArrayList<PolicyFidelity>();
    for (Policy policy : policies) {
      var ledger = new FieldLedger(policy);
      if (writable(ledger, place)) {
        steps.addAll(steps(policy, place));
        says(ledger, place);
      }
      fidelity.add(ledger.report(place.route()));
    }
    return Emission.of(steps, fidelity);
  }

  /** Kinds that identify callers, of which no Step says a name. */
  private static Set<String> unnamed(Place place) {
    Set<String> unnamed = new TreeSet<>(Identifying.among(place.kinds()));
    unnamed.remove("apiKey");
    if (place.identities().stream().anyMatch(identity -> identity.group().isEmpty())) {
      unnamed.remove("jwt");
    }
    return unnamed;
  }

  private static void refuse(FieldLedger ledger, Set<String> unnamed) {
    var why =
        new Stated(ledger.policy().id())
            .looser(
                "no-identity",
                "0 flow variables say who the caller is that %s identifies"
                    .formatted(String.join(" and ", unnamed)),
                "Identify callers by apiKey or jwt.");
    KindFields.of(ledger.policy())
        .keySet()
        .forEach(field -> ledger.unsupported(field, Evidence.CALLER.grade(), why));
  }

  /** False, and said so, when the policy cannot go out: a part of it would let others in. */
  private static boolean writable(FieldLedger ledger, Place place) {
    boolean everyGroup =
        place.identities().stream().allMatch(identity -> identity.group().isPresent());
    if (everyGroup) {
      return true;
    }
    var why =
        new Stated(ledger.policy().id())
            .looser(
                "claim-list",
                "0 of the groups in a claim %s that is a list are told apart by a condition: Apigee has it as 1 text"
                    .formatted(ConsumerAccess.GROUPS_CLAIM),
                "Name consumers, or write the groups as claims of the policy jwt.");
    boolean all = true;
    for (String field : KindFields.of(ledger.policy()).keySet()) {
      if (field.contains(".groups")) {
        all = false;
        ledger.unsupported(field, Evidence.CALLER.grade(), why);
      }
    }
    return all;
  }

  private static List<StepDraft> steps(Policy policy, Place place) {
    ConsumerAccess rule = rule(policy);
    boolean nobody = place.identities().isEmpty();
    if (nobody && rule.onUnknown() == OnUnknown.PASS) {
      return List.of();
    }
    String name = place.policy("caller", policy.id().policy().value());
    return List.of(
        new StepDraft(
            Stage.CALLER,
            name,
            RaiseFaultPolicy.file(name, 403, Reasons.of(403), "caller not allowed"),
            nobody
                ? Optional.empty()
                : Optional.of(CallerCondition.refused(rule, place.identities())),
            List.of(policy)));
  }

  private static void says(FieldLedger ledger, Place place) {
    var stated = new Stated(ledger.policy().id());
    var grade = Evidence.CALLER.grade();
    Optional<Deviation> nobody = Identifying.nobody(place.kinds(), stated);
    for (String field : KindFields.of(ledger.policy()).keySet()) {
      if (!field.contains("[")) {
        continue;
      }
      if (nobody.isPresent()) {
        ledger.withoutMeaning(field);
      } else {
        ledger.emitted(
            field,
            grade,
            field.contains(".groups")
                ? List.of(product(field.startsWith("allow"), stated))
                : names(place, stated));
      }
    }
    ledger.emitted("onUnknown", grade, nobody.stream().toList());
    if (nobody.isPresent() && rule(ledger.policy()).onUnknown() == OnUnknown.PASS) {
      ledger.withoutMeaning("mode");
    } else {
      ledger.emitted("mode", grade, AccessBounds.around(stated, place));
    }
  }

  private static Deviation product(boolean allow, Stated stated) {
    String bound =
        "1 API product counts, the one that the call was matched to, of n that the app has";
    String remedy = "Let the products of an app cover different proxies and paths.";
    return allow
        ? stated.stricter("one-product", bound, remedy)
        : stated.looser("one-product", bound, remedy);
  }

  private static List<Deviation> names(Place place, Stated stated) {
    var found = new ArrayList<Deviation>();
    if (place.identities().stream().anyMatch(identity -> identity.group().isPresent())) {
      found.add(
          stated.different(
              "app-name",
              "apps of n > 1 developers that have this name are 1 caller: names of apps are unique"
                  + " for each developer only",
              "Give the apps names of their own."));
    }
    if (place.identities().stream().anyMatch(identity -> identity.group().isEmpty())) {
      found.add(
          stated.different(
              "claim-as-text",
              "a sub that is a number or true counts as the text of it, 1 more way to be known",
              "None needed where the issuer writes text."));
    }
    return found;
  }

  private static ConsumerAccess rule(Policy policy) {
    return (ConsumerAccess) policy.spec().kind();
  }
}
