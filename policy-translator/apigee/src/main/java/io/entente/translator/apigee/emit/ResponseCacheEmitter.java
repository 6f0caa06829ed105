package io.entente.translator.apigee.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.PolicyFidelity;
import io.entente.policy.Policy;
import io.entente.policy.ResponseCache;
import io.entente.translator.FieldLedger;
import io.entente.translator.Stated;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code responseCache} as ResponseCache in a proxy that we make; a shared flow may not hold one.
 */
public final class ResponseCacheEmitter implements KindEmitter {

  private static final long LARGEST = 262_144;

  @Override
  public String kindName() {
    return "responseCache";
  }

  @Override
  public Emission emit(List<Policy> policies, Place place) {
    if (!place.made()) {
      return Emission.nothing(policies, place, ResponseCacheEmitter::ofOthers);
    }
    if (!place.extensible()) {
      return Emission.notInEnvironment("ResponseCache", policies, place);
    }
    var steps = new ArrayList<StepDraft>();
    var fidelity = new ArrayList<PolicyFidelity>();
    for (Policy policy : policies) {
      var ledger = new FieldLedger(policy);
      ResponseCache rule = (ResponseCache) policy.spec().kind();
      if (says(ledger, rule, place)) {
        steps.addAll(new CacheSteps(policy, rule, place).steps());
      }
      fidelity.add(ledger.report(place.route()));
    }
    return Emission.of(steps, fidelity);
  }

  private static void ofOthers(FieldLedger ledger) {
    ledger.unsupported(
        "mode",
        Evidence.ANSWER_STORE.grade(),
        new Stated(ledger.policy().id())
            .stricter(
                "not-in-a-shared-flow",
                "0 answers are kept: of 2 places needed, request and response flow of the proxy, a"
                    + " shared flow is neither, and the proxy is of others",
                "Have Entente make the proxy (spec.gateways), or put a ResponseCache into the"
                    + " proxy."));
  }

  /** False when nothing goes out: half a key would hand one caller's answer to another. */
  private static boolean says(FieldLedger ledger, ResponseCache rule, Place place) {
    var stated = new Stated(ledger.policy().id());
    var grade = Evidence.ANSWER_STORE.grade();
    int before = unsayable(ledger, rule, stated);
    if (before > 0) {
      return false;
    }
    ledger.emitted("ttl", grade, ttl(rule, place, stated));
    each(ledger, "methods", rule.methods().size());
    each(ledger, "statuses", rule.statuses().size());
    each(ledger, "contentTypes", rule.contentTypes().size());
    each(ledger, "varyHeaders", rule.varyHeaders().size());
    for (int i = 0; i < rule.varyQuery().size(); i++) {
      ledger.emitted("varyQuery[" + i + "]", grade, List.of(parameters(rule, stated)));
    }
    ledger.emitted("perCaller", grade, List.of());
    ledger.emitted("respectOrigin", grade, origin(rule, stated));
    ledger.emitted("setCookie", grade, cookies(rule, stated));
    if (rule.maxEntryBytes().isPresent()) {
      ledger.emitted("maxEntryBytes", grade, largest(rule, stated));
    } else {
      ledger.withoutMeaning("maxEntryBytes");
    }
    ledger.emitted("mode", grade, around(rule, stated));
    return true;
  }

  private static void each(FieldLedger ledger, String field, int entries) {
    for (int i = 0; i < entries; i++) {
      ledger.emitted(field + "[" + i + "]", Evidence.ANSWER_STORE.grade());
    }
  }

  /** How many fields Apigee has no words for. */
  private static int unsayable(FieldLedger ledger, ResponseCache rule, Stated stated) {
    int found = 0;
    for (int i = 0; i < rule.statuses().size(); i++) {
      if (rule.statuses().get(i) >= 400) {
        found++;
        ledger.unsupported(
            "statuses[" + i + "]",
            Evidence.ANSWER_STORE.grade(),
            stated.stricter(
                "faults-not-kept",
                "0 answers %d are kept: one of the upstream is a fault, after which no response flow runs"
                    .formatted(rule.statuses().get(i)),
                "Leave the status out."));
      }
    }
    for (int i = 0; i < rule.contentTypes().size(); i++) {
      if (rule.contentTypes().get(i).contains("^")) {
        found++;
        unreadable(ledger, "contentTypes[" + i + "]", stated);
      }
    }
    for (int i = 0; i < rule.varyHeaders().size(); i++) {
      if (!LimitKeyFields.readable(rule.varyHeaders().get(i))) {
        found++;
        unreadable(ledger, "varyHeaders[" + i + "]", stated);
      }
    }
    for (int i = 0; i < rule.varyQuery().size(); i++) {
      if (!rule.varyQuery().get(i).matches("\\*|[A-Za-z0-9_-]+")) {
        found++;
        unreadable(ledger, "varyQuery[" + i + "]", stated);
      }
    }
    return found;
  }

  private static void unreadable(FieldLedger ledger, String field, Stated stated) {
    ledger.unsupported(
        field,
        Evidence.HEADER_SYNTAX.grade(),
        stated.looser(
            "not-a-variable",
            "0 flow variables and patterns name it for sure: requests that differ in it would share"
                + " 1 answer",
            "Use names of letters, digits, _ and -."));
  }

  private static List<Deviation> ttl(ResponseCache rule, Place place, Stated stated) {
    var found = new ArrayList<Deviation>();
    found.add(
        stated.stricter(
            "forgotten-early",
            "answers may be forgotten before %d s: how much the cache of an environment holds is not documented to be ours alone"
                .formatted(rule.ttl().toSeconds()),
            "None needed."));
    if (place.instances() > 1) {
      found.add(
          stated.different(
              "each-instance-keeps",
              "%d instances keep answers of their own: up to %d requests of one key reach the upstream in %d s"
                  .formatted(place.instances(), place.instances(), rule.ttl().toSeconds()),
              "None in Apigee."));
    }
    return found;
  }

  private static Deviation parameters(ResponseCache rule, Stated stated) {
    return rule.variesByAnyParameter()
        ? stated.stricter(
            "order-of-parameters",
            "the query counts as it is written: n parameters in n! orders are n! requests",
            "Have callers write parameters in one order.")
        : stated.looser(
            "empty-or-absent",
            "2 requests, with an empty parameter and without it, are 1; so are paths that Apigee"
                + " decodes alike; the caller is the same",
            "Write varyQuery: ['*'].");
  }

  private static List<Deviation> origin(ResponseCache rule, Stated stated) {
    return rule.respectOrigin()
        ? List.of(
            stated.different(
                "expires-too",
                "3 things that an answer says are compared with %d s, s-maxage, max-age and Expires; which of them all has the last word is Apigee's"
                    .formatted(rule.ttl().toSeconds()),
                "Set respectOrigin: false."))
        : List.of();
  }

  private static List<Deviation> cookies(ResponseCache rule, Stated stated) {
    return rule.setCookie() == ResponseCache.SetCookie.STRIP
        ? List.of(
            stated.looser(
                "cookies-of-faults",
                "of answers 400 to 599 of the upstream 0 cookies are taken off: no response flow"
                    + " runs after a fault; they are not kept either",
                "Let the upstream set none."))
        : List.of();
  }

  private static List<Deviation> largest(ResponseCache rule, Stated stated) {
    var found = new ArrayList<Deviation>();
    found.add(
        stated.stricter(
            "length-unknown",
            "0 answers that do not say their Content-Length are kept",
            "Let the upstream say it."));
    if (rule.maxEntryBytes().orElse(LARGEST) > LARGEST) {
      found.add(
          stated.stricter(
              "limit-of-apigee",
              "%d bytes, not %d: Apigee keeps no longer answers"
                  .formatted(LARGEST, rule.maxEntryBytes().orElse(LARGEST)),
              "None in Apigee."));
    }
    return found;
  }

  private static List<Deviation> around(ResponseCache rule, Stated stated) {
    var found = new ArrayList<Deviation>();
    found.add(
        stated.different(
            "age-unsaid",
            "1 header, age, is not documented to come with what is given again",
            "None in Apigee."));
    if (rule.maxEntryBytes().isEmpty()) {
      found.add(
          stated.stricter(
              "limit-of-apigee",
              "0 answers of more than %d bytes are kept".formatted(LARGEST),
              "None in Apigee."));
    }
    return found;
  }
}
