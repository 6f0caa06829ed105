package io.entente.connector.apigee;

import io.entente.model.tree.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The calls on proxies, or on shared flows, of one organisation in one environment. */
final class BundleCalls {

  private static final int BUNDLE_BYTES = 16 << 20;

  private final ManagementApi api;
  private final BundleKind kind;
  private final List<String> organization;
  private final List<String> environment;

  BundleCalls(ManagementApi api, BundleKind kind, ApigeeConfig config) {
    this.api = api;
    this.kind = kind;
    this.organization = List.of("organizations", config.organization());
    this.environment =
        List.of("organizations", config.organization(), "environments", config.environment());
  }

  BundleKind kind() {
    return kind;
  }

  /** All the credential may see. */
  List<BundleEntity> list() throws ApigeeFailure {
    var call =
        Call.get(at(organization), Map.of("includeRevisions", "true", "includeMetaData", "true"));
    Node body = api.json(call);
    var all = new ArrayList<BundleEntity>();
    for (Node raw : Trees.items(Trees.field(body, kind.listField()))) {
      all.add(entity(call, raw));
    }
    return all;
  }

  /** Empty when there is none. */
  Optional<BundleEntity> get(String name) throws ApigeeFailure {
    var call = Call.get(at(organization, name), Map.of());
    try {
      return Optional.of(entity(call, api.json(call)));
    } catch (ApigeeFailure e) {
      if (e.notFound()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** The archive of a revision. */
  byte[] archive(String name, String revision) throws ApigeeFailure {
    return api.bytes(
        Call.get(at(organization, name, "revisions", revision), Map.of("format", "bundle"))
            .atMost(BUNDLE_BYTES));
  }

  /**
   * Asks whether an archive could be imported; changes nothing.
   *
   * @throws ApigeeFailure with what Apigee finds wrong
   */
  void validate(String name, byte[] archive) throws ApigeeFailure {
    api.json(upload(name, "validate", archive).again());
  }

  /** Makes a revision and answers its number. Sent once whatever happens. */
  String create(String name, byte[] archive) throws ApigeeFailure {
    var call = upload(name, "import", archive);
    return Trees.text(api.json(call), "revision")
        .filter(revision -> revision.matches("\\d{1,18}"))
        .orElseThrow(() -> Failures.strange(call.what(), "no revision number"));
  }

  /** Everything of this kind that the environment runs; states are not told. */
  List<Deployment> deployed() throws ApigeeFailure {
    Map<String, String> query =
        kind == BundleKind.SHARED_FLOW ? Map.of("sharedFlows", "true") : Map.of();
    var path = new ArrayList<>(environment);
    path.add("deployments");
    return deployments(Call.get(path, query));
  }

  /** What the environment runs of one; empty when nothing. */
  Optional<Deployment> deployed(String name) throws ApigeeFailure {
    return newest(listed(Call.get(at(environment, name, "deployments"), Map.of())));
  }

  /** Where one is deployed at all. */
  List<Deployment> everywhere(String name) throws ApigeeFailure {
    return listed(Call.get(at(organization, name, "deployments"), Map.of()));
  }

  /** How far a deployment is; empty when there is none of that revision. */
  Optional<Deployment> state(String name, String revision) throws ApigeeFailure {
    var path = at(environment, name, "revisions", revision, "deployments");
    try {
      return Deployment.of(api.json(Call.get(path, Map.of())));
    } catch (ApigeeFailure e) {
      if (e.notFound()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Puts a revision in the place of the one that runs, whichever. */
  void deploy(String name, String revision, Optional<String> serviceAccount) throws ApigeeFailure {
    var query = new TreeMap<>(Map.of("override", "true"));
    serviceAccount.ifPresent(account -> query.put("serviceAccount", account));
    var path = at(environment, name, "revisions", revision, "deployments");
    api.json(Call.post(path, query, Optional.empty()).again());
  }

  void undeploy(String name, String revision) throws ApigeeFailure {
    delete(at(environment, name, "revisions", revision, "deployments"));
  }

  void deleteRevision(String name, String revision) throws ApigeeFailure {
    delete(at(organization, name, "revisions", revision));
  }

  /** With all its revisions. */
  void delete(String name) throws ApigeeFailure {
    delete(at(organization, name));
  }

  /** Gone already is gone. */
  private void delete(List<String> path) throws ApigeeFailure {
    try {
      api.json(Call.delete(path));
    } catch (ApigeeFailure e) {
      if (!e.notFound()) {
        throw e;
      }
    }
  }

  private Call upload(String name, String action, byte[] archive) {
    return Call.post(
        at(organization),
        Map.of("action", action, "name", name),
        Optional.of(Multipart.file("file", name + ".zip", archive)));
  }

  private List<Deployment> listed(Call call) throws ApigeeFailure {
    try {
      return deployments(call);
    } catch (ApigeeFailure e) {
      if (e.notFound()) {
        return List.of();
      }
      throw e;
    }
  }

  private List<Deployment> deployments(Call call) throws ApigeeFailure {
    var found = new ArrayList<Deployment>();
    for (Node raw : Trees.items(Trees.field(api.json(call), "deployments"))) {
      found.add(
          Deployment.of(raw)
              .orElseThrow(() -> Failures.strange(call.what(), "an unnamed deployment")));
    }
    return found;
  }

  /** While one takes the place of another, both may be listed. */
  static Optional<Deployment> newest(List<Deployment> deployments) {
    return deployments.stream()
        .max(
            Comparator.comparingLong(Deployment::startedAt)
                .thenComparingLong(d -> Long.parseLong(d.revision())));
  }

  private static BundleEntity entity(Call call, Node raw) throws ApigeeFailure {
    return BundleEntity.of(raw)
        .orElseThrow(() -> Failures.strange(call.what(), "one without name or revision numbers"));
  }

  private List<String> at(List<String> parent, String... below) {
    return Stream.of(parent.stream(), Stream.of(kind.path()), Stream.of(below))
        .flatMap(part -> part)
        .toList();
  }
}
