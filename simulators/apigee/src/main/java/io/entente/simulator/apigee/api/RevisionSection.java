package io.entente.simulator.apigee.api;

import io.entente.simulator.apigee.Json;
import io.entente.simulator.apigee.bundle.Bundle;
import io.entente.simulator.apigee.bundle.BundleKind;
import io.entente.simulator.apigee.error.Code;
import io.entente.simulator.apigee.error.Refusal;
import io.entente.simulator.apigee.http.Response;
import io.entente.simulator.apigee.store.Asset;
import io.entente.simulator.apigee.store.Environment;
import io.entente.simulator.apigee.store.Revision;

/** {@code revisions} of proxies or shared flows. */
final class RevisionSection implements Section {

  private final BundleKind kind;

  RevisionSection(BundleKind kind) {
    this.kind = kind;
  }

  @Override
  public void serve(Endpoints endpoints) {
    String prefix = kind.collection() + ".revisions.";
    String update =
        kind == BundleKind.PROXY ? "updateApiProxyRevision" : "updateSharedFlowRevision";
    endpoints
        .on(prefix + "list", this::list)
        .on(prefix + "get", this::get)
        .on(prefix + "delete", this::delete)
        .on(prefix + update, this::update);
  }

  private Response list(Invocation call) {
    return Response.json(
        200, Json.texts(call.asset(kind).revisions().stream().map(Revision::id).toList()));
  }

  private Response get(Invocation call) {
    Revision revision = revision(call);
    String format = call.request().argument("format").orElse("");
    if (format.equals("bundle")) {
      return Response.bytes("application/octet-stream", revision.bundle().zip());
    }
    if (!format.isEmpty()) {
      throw Refusal.invalid("format '" + format + "' must be bundle, or absent");
    }
    return view(call, revision);
  }

  private Response delete(Invocation call) {
    Asset asset = call.asset(kind);
    Revision revision = revision(call);
    for (Environment environment : call.organization().environments()) {
      environment
          .deployment(kind, asset.name())
          .filter(deployment -> deployment.revision().number() == revision.number())
          .ifPresent(
              deployment -> {
                throw Refusal.of(
                    Code.FAILED_PRECONDITION,
                    "revision "
                        + revision.id()
                        + " is deployed in the environment "
                        + environment.name()
                        + " and cannot be deleted");
              });
    }
    asset.remove(revision, call.estate().now());
    return view(call, revision);
  }

  private Response update(Invocation call) {
    Revision revision = revision(call);
    if (revision.isFrozen()) {
      throw Refusal.of(
          Code.FAILED_PRECONDITION,
          "revision " + revision.id() + " is immutable, because it was deployed");
    }
    Bundle bundle = Upload.of(call.request(), kind);
    revision.replace(bundle, call.estate().now());
    return view(call, revision);
  }

  private Revision revision(Invocation call) {
    return call.asset(kind).revision(call.variable("revisionsId"));
  }

  private Response view(Invocation call, Revision revision) {
    return Response.json(
        200,
        AssetView.revision(
            call.organization().name(), call.asset(kind).name(), revision.bundle(), revision));
  }
}
