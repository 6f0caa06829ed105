package io.entente.translator.apigee.reverse;

import io.entente.model.nativeobject.ObjectKey;
import io.entente.policy.HeaderTransform;
import io.entente.policy.LimitKey;
import io.entente.policy.PolicyKind;
import io.entente.policy.Quota;
import io.entente.policy.RateLimit;
import io.entente.policy.SpikeArrest;
import io.entente.translator.apigee.dialect.ApigeeNames;
import io.entente.translator.reverse.Reach;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** Reads the Steps that others wrote. */
final class ForeignReader {

  private static final Map<String, PolicyReader> READERS =
      Stream.of(
              new SpikeArrestReader(),
              new QuotaReader(),
              new AccessControlReader(),
              new CorsReader(),
              new AssignMessageReader(),
              new RaiseFaultReader())
          .collect(Collectors.toUnmodifiableMap(PolicyReader::type, Function.identity()));

  /** Which requests a Step is about. */
  @FunctionalInterface
  interface Reached {

    /**
     * @param where the Step, without a condition that belongs to what it says
     */
    Reach by(Run where) throws Unsaid;
  }

  private final Findings findings;

  ForeignReader(Findings findings) {
    this.findings = findings;
  }

  void read(ObjectKey from, BundleText bundle, Reached reached) {
    for (Run run : bundle.runs()) {
      if (!ApigeeNames.isOurs(run.policy())) {
        try {
          one(from, bundle, run, reached);
        } catch (Unsaid e) {
          findings.reason(from, run.policy(), e.reason());
        }
      }
    }
  }

  private void one(ObjectKey from, BundleText bundle, Run run, Reached reached) throws Unsaid {
    Element root =
        Optional.ofNullable(bundle.policies().get(run.policy()))
            .orElseThrow(() -> new Unsaid("is called, and its file is not there or no plain XML"));
    var policy = new PolicyElement(root);
    PolicyReader reader =
        Optional.ofNullable(READERS.get(policy.name()))
            .orElseThrow(
                () ->
                    new Unsaid(
                        "is of type %s, which no kind of policy says".formatted(policy.name())));
    Steps.requireActing(policy);
    Meaning meaning = reader.read(policy, run);
    Reach reach = reached.by(Conditions.where(run, meaning.kind()));
    findings.found(from, run.path(), reach, around(bundle, reach, meaning));
  }

  private static Meaning around(BundleText bundle, Reach reach, Meaning meaning) {
    var beyond = new TreeMap<>(meaning.beyond());
    if (bundle.faultRules() > 0 && !(meaning.kind() instanceof HeaderTransform)) {
      beyond.put(
          "FaultRules",
          "%d fault rules of the proxy may change the answer to what it refuses."
              .formatted(bundle.faultRules()));
    }
    if (reach instanceof Reach.Routes routes
        && routes.targets().size() > 1
        && countsTogether(meaning.kind())) {
      beyond.put("Step", "%d routes share one count.".formatted(routes.targets().size()));
    }
    return new Meaning(meaning.kind(), beyond);
  }

  private static boolean countsTogether(PolicyKind kind) {
    return kind instanceof RateLimit r && r.key() instanceof LimitKey.Route
        || kind instanceof Quota q && q.key() instanceof LimitKey.Route
        || kind instanceof SpikeArrest s && s.key() instanceof LimitKey.Route;
  }
}
