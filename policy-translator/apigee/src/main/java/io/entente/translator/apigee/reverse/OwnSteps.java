package io.entente.translator.apigee.reverse;

import io.entente.model.nativeobject.Hash;
import io.entente.model.nativeobject.ObjectKey;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** All Steps of ours in some bundles, by what they came from. */
final class OwnSteps {

  private final Map<String, OwnGroup> groups = new LinkedHashMap<>();

  static OwnSteps of(Map<ObjectKey, BundleText> bundles) {
    var own = new OwnSteps();
    bundles.forEach(own::add);
    return own;
  }

  Collection<OwnGroup> groups() {
    return groups.values();
  }

  /** What another translation must give again for a group; empty where it is not there. */
  Set<String> signatures(String group) {
    OwnGroup found = groups.get(group);
    return found == null
        ? Set.of()
        : found.steps().stream().map(OwnStep::signature).collect(Collectors.toSet());
  }

  private void add(ObjectKey key, BundleText bundle) {
    for (Run run : bundle.runs()) {
      Element policy = bundle.policies().get(run.policy());
      Hash hash = bundle.files().get(run.policy());
      if (policy != null && hash != null) {
        OwnStep.of(key, run, hash)
            .ifPresent(
                step ->
                    groups
                        .computeIfAbsent(step.group(), g -> new OwnGroup())
                        .add(step, policy, bundle.resources()));
      }
    }
  }
}
