package io.entente.simulator.apigee.proxy.bundle;

import io.entente.simulator.apigee.proxy.policy.AttachedPolicy;
import io.entente.simulator.apigee.proxy.policy.BadPolicy;
import io.entente.simulator.apigee.proxy.policy.PolicyTypes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/** The policies of a bundle by name; only those that a step names are looked into. */
final class PolicyShelf {

  private record Written(String file, Element xml) {}

  private final PolicyTypes types;
  private final BundleFiles files;
  private final Map<String, Written> written = new HashMap<>();
  private final Map<String, Optional<AttachedPolicy>> read = new HashMap<>();

  PolicyShelf(PolicyTypes types, BundleFiles files) {
    this.types = types;
    this.files = files;
    files
        .in("policies/")
        .forEach(
            (file, xml) -> {
              String base = file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.xml$", "");
              String name = PolicyTypes.nameOf(xml, base);
              if (written.put(name, new Written(file, xml)) != null) {
                files.wrong(file, "another policy of the bundle is named " + name + " too");
              }
            });
  }

  /** Empty when there is none that can run; the reason is then among the faults. */
  Optional<AttachedPolicy> named(String name, String usedIn) {
    Written policy = written.get(name);
    if (policy == null) {
      files.wrong(usedIn, "the step " + name + " names no policy of the bundle");
      return Optional.empty();
    }
    return read.computeIfAbsent(name, n -> read(n, policy));
  }

  private Optional<AttachedPolicy> read(String name, Written policy) {
    try {
      return Optional.of(types.read(name, policy.xml()));
    } catch (BadPolicy bad) {
      files.wrong(policy.file(), "policy " + name + ": " + bad.getMessage());
      return Optional.empty();
    }
  }
}
