package io.entente.connector.apigee;

import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.problem.FailureClass;
import io.entente.model.problem.Problem;
import io.entente.model.tree.Node;
import io.entente.translator.apigee.dialect.ApigeeKinds;
import io.entente.translator.apigee.dialect.ApigeeNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads proxies or shared flows with what the environment runs of them. */
final class BundleRead {

  private final Bundles bundles;
  private final Facts facts;

  BundleRead(Bundles bundles, Facts facts) {
    this.bundles = bundles;
    this.facts = facts;
  }

  Part all() throws ApigeeFailure {
    var calls = bundles.calls();
    // Deployments last: what is deployed by then must be in the list, unless it is hidden from us.
    var entities = new TreeMap<String, BundleEntity>();
    calls.list().forEach(entity -> entities.put(entity.name(), entity));
    Map<String, List<Deployment>> deployments = new HashMap<>();
    calls
        .deployed()
        .forEach(d -> deployments.computeIfAbsent(d.name(), name -> new ArrayList<>()).add(d));
    for (String name : deployments.keySet()) {
      if (!entities.containsKey(name)) {
        // Made since the list was asked, or kept from us.
        entities.put(name, calls.get(name).orElseThrow(() -> hidden(calls.kind(), name)));
      }
    }
    var jobs = new ArrayList<Part.Job>();
    for (BundleEntity entity : entities.values()) {
      var deployed = BundleCalls.newest(deployments.getOrDefault(entity.name(), List.of()));
      jobs.add(() -> Part.of(one(entity, deployed)));
    }
    return Part.then(List.of(), jobs);
  }

  private List<NativeObject> one(BundleEntity entity, Optional<Deployment> deployed)
      throws ApigeeFailure {
    boolean flow = bundles.calls().kind() == BundleKind.SHARED_FLOW;
    var shown =
        flow && ApigeeNames.isOurs(entity.name())
            ? entity.latest()
            : deployed.map(Deployment::revision);
    var objects = new ArrayList<NativeObject>();
    Optional<SeenBundle> bundle = Optional.empty();
    if (shown.isPresent()) {
      bundle = Optional.of(bundles.seen(entity, shown.get()));
      var key = new ObjectKey(bundles.calls().kind().path(), entity.name());
      objects.add(NativeObject.foreign(key, bundle.get().files()));
      bundle
          .get()
          .endpoints()
          .forEach(
              (endpoint, tree) ->
                  objects.add(facts.of(endpoint.kind(), endpoint.nativeId(), tree)));
    }
    objects.add(metadata(entity, deployed, bundle.flatMap(SeenBundle::notUnderstood)));
    if (flow && deployed.isPresent()) {
      objects.add(
          facts.of(
              ApigeeKinds.SHAREDFLOW_DEPLOYMENTS,
              entity.name(),
              Node.obj().with("revision", Node.text(deployed.get().revision()))));
    }
    return objects;
  }

  private NativeObject metadata(
      BundleEntity entity, Optional<Deployment> deployed, Optional<Problem> notUnderstood) {
    var fields = new TreeMap<String, Node>();
    fields.put("name", Node.text(entity.name()));
    fields.put("revisions", Node.number(entity.revisions().size()));
    entity.latest().ifPresent(latest -> fields.put("latestRevision", Node.text(latest)));
    deployed.ifPresent(d -> fields.put("deployedRevision", Node.text(d.revision())));
    deployed
        .flatMap(Deployment::serviceAccount)
        .ifPresent(account -> fields.put("serviceAccount", Node.text(account)));
    for (String field : List.of("labels", "space", "apiProxyType", "readOnly")) {
      Trees.field(entity.raw(), field).ifPresent(value -> fields.put(field, value));
    }
    notUnderstood.ifPresent(why -> fields.put("notUnderstood", Node.text(why.message())));
    boolean flow = bundles.calls().kind() == BundleKind.SHARED_FLOW;
    return facts.of(
        flow ? ApigeeKinds.SHAREDFLOW_METADATA : ApigeeKinds.API_METADATA,
        entity.name(),
        new Node.Obj(fields));
  }

  private static ApigeeFailure hidden(BundleKind kind, String name) {
    return new ApigeeFailure(
        404,
        FailureClass.NO_PERMISSION,
        Problem.user(
            ApigeeErrorCode.FORBIDDEN,
            kind.path()
                + "/"
                + name
                + " is deployed but not shown to us; a space of the organisation may hide it, so"
                + " that no list we read is whole",
            kind.path() + "/" + name,
            "Let the credential read every space of the organisation."),
        false);
  }
}
