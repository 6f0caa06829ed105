package io.entente.hub.policy;

import io.entente.hub.estate.AppliedDocument;
import io.entente.hub.estate.Documents;
import io.entente.hub.estate.Estate;
import io.entente.hub.estate.GatewayDocument;
import io.entente.hub.estate.ReactiveWork;
import io.entente.hub.estate.StoredDocument;
import io.entente.hub.problem.Missing;
import io.entente.json.StoredTree;
import io.entente.model.identity.PolicyName;
import io.entente.model.nativeobject.Hash;
import io.entente.model.tree.Node;
import io.entente.policy.Policy;
import io.entente.policy.document.PolicyDocuments;
import io.entente.policy.resolution.EffectivePolicyResolver;
import io.entente.policy.resolution.Unmatched;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The policies of the tenant and their versions. Blocks; worker threads only. */
@Singleton
public final class Policies {

  private final Documents documents;
  private final Estate estate;

  public Policies(Documents documents, Estate estate) {
    this.documents = documents;
    this.estate = estate;
  }

  /** Where targets of policies reach no route of any gateway: paths in the document, by name. */
  public Map<PolicyName, List<String>> unmatched() {
    var gateways = estate.gateways().stream().map(GatewayDocument::gateway).toList();
    return EffectivePolicyResolver.unmatched(gateways, estate.apis(), current()).stream()
        .collect(Collectors.toMap(u -> u.policy().id().policy(), Policies::paths));
  }

  /** Where the targets stand in the document, such as {@code spec.targetRefs[1]}. */
  public static List<String> paths(Unmatched unmatched) {
    var targets = unmatched.policy().spec().targets();
    return unmatched.targets().stream()
        .map(target -> "spec.targetRefs[" + targets.indexOf(target) + "]")
        .toList();
  }

  /** The current version of every policy, by name. */
  public List<Policy> current() {
    return stored().stream().map(d -> PolicyDocuments.read(d.body(), d.version())).toList();
  }

  public List<StoredDocument> stored() {
    return ReactiveWork.reading(() -> documents.list(PolicyKindHandler.KIND));
  }

  /** The current version; POLICY_NOT_FOUND where there is none. */
  public StoredDocument get(PolicyName name) {
    return ReactiveWork.reading(() -> documents.current(PolicyKindHandler.KIND, name.value()))
        .orElseThrow(() -> Missing.policy(name.value()));
  }

  /** All versions, oldest first, deleted ones included. */
  public List<StoredDocument> versions(PolicyName name) {
    var all = ReactiveWork.reading(() -> documents.versions(PolicyKindHandler.KIND, name.value()));
    if (all.isEmpty()) {
      throw Missing.policy(name.value());
    }
    return all;
  }

  /**
   * The version a policy would have, once a document is stored.
   *
   * @param number from 1
   * @param fresh false when the current version already says the same
   */
  public record NextVersion(int number, boolean fresh) {}

  /** The version that storing {@code document} would come to; stores nothing. */
  public NextVersion next(PolicyName name, Node document) {
    var current =
        ReactiveWork.reading(() -> documents.current(PolicyKindHandler.KIND, name.value()));
    var hash = Hash.ofText(StoredTree.write(document));
    if (current.filter(stored -> stored.hash().equals(hash)).isPresent()) {
      return new NextVersion(current.get().version(), false);
    }
    int last =
        ReactiveWork.reading(() -> documents.versions(PolicyKindHandler.KIND, name.value()))
            .stream()
            .mapToInt(StoredDocument::version)
            .max()
            .orElse(0);
    return new NextVersion(last + 1, true);
  }

  /** Makes a new version that equals an old one. */
  public AppliedDocument rollback(PolicyName name, int version, String who) {
    var old =
        versions(name).stream()
            .filter(stored -> stored.version() == version)
            .findFirst()
            .orElseThrow(() -> Missing.policy(name + "@" + version));
    PolicyDocuments.read(old.body(), version);
    return ReactiveWork.inTransaction(
        () -> documents.put(PolicyKindHandler.KIND, name.value(), old.body(), who));
  }

  /** Ends the policy; the next plan of each gateway takes its effect away. */
  public void delete(PolicyName name, String who) {
    if (!ReactiveWork.inTransaction(
        () -> documents.delete(PolicyKindHandler.KIND, name.value(), who))) {
      throw Missing.policy(name.value());
    }
  }
}
