package io.entente.hub.takeover;

import io.entente.json.YamlTree;
import io.entente.model.estate.Api;
import io.entente.model.identity.PolicyName;
import io.entente.model.nativeobject.Hash;
import io.entente.model.nativeobject.NativePlace;
import io.entente.model.tree.CanonicalText;
import io.entente.model.tree.Node;
import io.entente.policy.Policy;
import io.entente.policy.PolicySpec;
import io.entente.policy.document.ApiDocuments;
import io.entente.policy.document.PolicyDocuments;
import io.entente.reconciliation.Adoption;
import io.entente.reconciliation.Takeover;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A thing that may stand for ours, and what policies would be made of it.
 *
 * @param theirs where it is
 * @param ours where we would make ours
 * @param found what it holds, canonical
 * @param policies at least one
 * @param apis that no document holds yet and that the policies name
 * @param beyond what it says that no policy does: path in it to one sentence
 * @param kept what of that stays by decision, for as long as the policies want there what they want
 *     now; known once it was tried
 */
record Candidate(
    NativePlace theirs,
    NativePlace ours,
    Node.Obj found,
    List<Policy> policies,
    List<Api> apis,
    SortedMap<String, String> beyond,
    List<Adoption> kept) {

  Candidate {
    if (policies.isEmpty()) {
      throw new IllegalArgumentException("nothing was found in " + theirs);
    }
    policies = List.copyOf(policies);
    apis = List.copyOf(apis);
    beyond = Collections.unmodifiableSortedMap(new TreeMap<>(beyond));
    kept = List.copyOf(kept);
  }

  Takeover takeover() {
    return new Takeover(0, ours, theirs, found);
  }

  List<PolicyName> names() {
    return policies.stream().map(policy -> policy.id().policy()).toList();
  }

  /** The same with policies that others of a wider reach do not keep from acting. */
  Candidate overriding() {
    return new Candidate(
        theirs,
        ours,
        found,
        policies.stream().map(Candidate::overriding).toList(),
        apis,
        beyond,
        kept);
  }

  /** The same with what stays by decision. */
  Candidate keeping(List<Adoption> values) {
    return new Candidate(theirs, ours, found, policies, apis, beyond, values);
  }

  boolean overrides() {
    return policies.stream().allMatch(p -> p.spec().merge() == PolicySpec.Merge.OVERRIDE);
  }

  /** The documents that an import stores, as YAML, APIs first. */
  List<String> documents() {
    return Stream.concat(
            apis.stream().map(ApiDocuments::write), policies.stream().map(PolicyDocuments::write))
        .map(YamlTree::write)
        .toList();
  }

  /** What a person looked at: what is there, and what would be made of it. */
  String seen() {
    return Hash.ofText(
            documents().stream()
                .collect(Collectors.joining("---\n", theirs + "\n" + text() + "\n", "")))
        .hex();
  }

  private String text() {
    return CanonicalText.of(found) + kept.stream().map(Adoption::path).toList();
  }

  private static Policy overriding(Policy policy) {
    var spec = policy.spec();
    return new Policy(
        policy.id(),
        policy.labels(),
        new PolicySpec(
            spec.targets(),
            PolicySpec.Merge.OVERRIDE,
            spec.priority(),
            spec.mode(),
            spec.require(),
            spec.onError(),
            spec.kind()));
  }
}
