package io.entente.translator.apigee;

import io.entente.model.nativeobject.Claim;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.translator.apigee.dialect.ApigeeKinds;
import io.entente.translator.apigee.dialect.ApigeeNames;
import io.entente.translator.apigee.dialect.StepPlace;
import io.entente.translator.apigee.emit.Stage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Our files and Steps in the bundles of others; nothing else of them is written here. */
final class ForeignBundles {

  private final TreeMap<String, BundleFiles> files = new TreeMap<>();
  private final Map<String, Set<Claim>> claims = new HashMap<>();
  private final Map<String, Integer> ranks = new HashMap<>();

  /** Where Steps of this stage stand in an endpoint file; empty for none. */
  static Optional<StepPlace> place(Stage stage) {
    return switch (stage) {
      case CROSS_ORIGIN -> Optional.of(StepPlace.PRE_FLOW_REQUEST);
      case LOG -> Optional.of(StepPlace.POST_CLIENT_FLOW_RESPONSE);
      default -> Optional.empty();
    };
  }

  void add(NativeEndpoint endpoint, StepPlace place, PlacedStep step) {
    String policy = step.draft().policy();
    var bundle = files.computeIfAbsent(endpoint.proxy(), p -> new BundleFiles());
    int rank = ranks.merge(endpoint.called() + " " + place, 1, Integer::sum);
    String file = ApigeeNames.policyFile(policy);
    String entry = place.entry(endpoint.file(), rank, policy);
    bundle.put(file, step.draft().file());
    bundle.put(entry, step.text());
    bundle.put("apiproxy", step.draft().resource());
    var claimed = new HashSet<>(Set.of(file, entry));
    step.draft().resource().ifPresent(resource -> claimed.add(resource.file("apiproxy")));
    claims
        .computeIfAbsent(endpoint.proxy(), p -> new HashSet<>())
        .add(new Claim.FileSet(claimed, Sources.of(List.of(step.draft()))));
  }

  void writeTo(Outcome outcome) {
    files.forEach(
        (proxy, bundle) ->
            outcome.put(
                new ObjectKey(ApigeeKinds.APIS, proxy),
                bundle,
                claims.getOrDefault(proxy, Set.of())));
  }
}
