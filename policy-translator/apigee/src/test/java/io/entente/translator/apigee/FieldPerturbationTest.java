package io.entente.translator.apigee;

import io.entente.model.fidelity.FidelityReport;
import io.entente.model.fidelity.FieldFidelity;
import io.entente.policy.ConsumerAccess;
import io.entente.policy.LogMasking;
import io.entente.policy.Policy;
import io.entente.policy.ResponseCache;
import io.entente.translator.Translation;
import io.entente.translator.testkit.FieldPerturbationContract;
import io.entente.translator.testkit.Policies;
import io.entente.translator.testkit.RandomAccess;
import io.entente.translator.testkit.RandomPolicies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

class FieldPerturbationTest extends FieldPerturbationContract {

  /** Limits of which a SpikeArrest can say some exactly. */
  private final RandomPolicies policies = new RandomPolicies(10, Duration.ofSeconds(10));

  private boolean masking;

  @Override
  protected Policy any(Random random) {
    return policies.any(random);
  }

  @Override
  protected Translation translate(List<Policy> policies) {
    masking = policies.stream().anyMatch(policy -> policy.spec().kind() instanceof LogMasking);
    // only a proxy that we make can keep answers
    boolean caching =
        policies.stream().anyMatch(policy -> policy.spec().kind() instanceof ResponseCache);
    return caching
        ? new ApigeeTranslator()
            .translate(Worlds.request(new World(), Worlds.made(Worlds.ALL), policies))
        : about(Worlds.translate(Worlds.ALL, known(policies)));
  }

  /** Of callers that are judged, without what identifies them. */
  private static Translation about(Translation all) {
    var judged =
        all.fidelity().entries().stream()
            .filter(said -> said.kind().equals("consumerAccess"))
            .toList();
    return judged.isEmpty()
        ? all
        : new Translation(
            all.objects(), new FidelityReport(judged), all.shadowed(), all.refusals(), all.blobs());
  }

  /** Somebody must know the callers that are judged. */
  private static List<Policy> known(List<Policy> policies) {
    var all = new ArrayList<>(policies);
    if (policies.stream().anyMatch(policy -> policy.spec().kind() instanceof ConsumerAccess)) {
      all.add(Policies.enforcing("key", RandomAccess.apiKey(new Random(1))));
    }
    return all;
  }

  @Override
  protected Object documents(Translation translation) {
    return TranslationText.of(translation);
  }

  @Override
  protected boolean excused(FieldFidelity field) {
    // Apigee sends an event at once, which is within any delay; the report says that it is so.
    // SpikeArrest without effective count lets one pass at a time, which is within any burst, too.
    // The credentials of an apiKey are of one kind only: there is no other value to show.
    // A key of P-256 is for ES256 alone: a rule that has one has no other algorithm in its place.
    // What is masked stands in no template of ours.
    return Set.of("maxDelay", "burst", "credentials").contains(field.field())
        || masking && (field.field().startsWith("headers[") || field.field().startsWith("query["))
        || (field.field().startsWith("algorithms") && field.value().equals("es256"));
  }

  @Override
  protected Set<String> neverShown() {
    // basicAuth is refused, and what is about the upstream: no Step does it
    var never =
        new HashSet<>(
            fieldsOf(
                "basicAuth",
                "logMasking",
                "timeout",
                "retry",
                "circuitBreaker",
                "concurrencyLimit",
                "mtls"));
    never.addAll(Set.of("trafficLog.maxDelay", "spikeArrest.burst", "apiKey.credentials"));
    return never;
  }
}
