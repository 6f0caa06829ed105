package io.entente.translator.kong;

import io.entente.model.fidelity.FidelityGrade;
import io.entente.model.fidelity.FieldFidelity;
import io.entente.policy.LogMasking;
import io.entente.policy.Policy;
import io.entente.policy.TrafficLog;
import io.entente.translator.Translation;
import io.entente.translator.testkit.FieldPerturbationContract;
import io.entente.translator.testkit.Policies;
import io.entente.translator.testkit.RandomPolicies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

class FieldPerturbationTest extends FieldPerturbationContract {

  private final RandomPolicies policies = new RandomPolicies(1);

  @Override
  protected Policy any(Random random) {
    return policies.any(random);
  }

  @Override
  protected Translation translate(List<Policy> policies) {
    return Worlds.translate(told(policies));
  }

  /** A mask is of a log. */
  static List<Policy> told(List<Policy> policies) {
    var all = new ArrayList<>(policies);
    if (policies.stream().anyMatch(policy -> policy.spec().kind() instanceof LogMasking)) {
      all.add(Policies.enforcing("log", new TrafficLog(Duration.ofSeconds(5))));
    }
    return all;
  }

  @Override
  protected boolean excused(FieldFidelity field) {
    // Kong counts a request without the header by address, whatever is written: ip holds of itself,
    // and the two other values are reported as not translated. It spreads nothing, so that a burst
    // shows in no document; how far that is from what is meant is stated with numbers.
    return field.field().equals("onMissingKey") && field.value().equals("ip")
        || field.field().equals("burst")
        // Who has no User-Agent passes, whatever is written; deny is reported as not translated.
        || field.field().equals("onMissing")
        // acl refuses who is no consumer; pass is reported as not translated.
        || field.field().equals("onUnknown")
        // basic-auth asks preflights too; pass is reported as not translated.
        || field.field().equals("preflight") && field.grade() == FidelityGrade.EXACT
        // what allows everything asks for nothing
        || field.field().equals("allow") && field.value().equals("true");
  }

  @Override
  protected Set<String> neverShown() {
    // refused in the open source edition, or on a service of others: nothing of them goes out
    var never =
        new HashSet<>(
            fieldsOf(
                "jwt",
                "jsonThreat",
                "xmlThreat",
                "injectionProtection",
                "timeout",
                "retry",
                "circuitBreaker",
                "concurrencyLimit",
                "oauth2Introspection",
                "graphqlLimits",
                "graphqlIntrospection",
                "graphqlSchema",
                "openApiValidation",
                "mtls"));
    never.addAll(
        Set.of(
            // proxy-cache has no such setting: with one nothing goes out
            "responseCache.maxEntryBytes",
            "rateLimit.onMissingKey",
            "spikeArrest.onMissingKey",
            "spikeArrest.burst",
            "quota.onMissingKey",
            "botDetection.onMissing",
            "basicAuth.preflight",
            // acl knows groups
            "consumerAccess.allow.consumers",
            "consumerAccess.deny.consumers",
            "consumerAccess.onUnknown"));
    return never;
  }
}
