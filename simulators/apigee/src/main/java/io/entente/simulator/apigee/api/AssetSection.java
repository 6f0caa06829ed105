package io.entente.simulator.apigee.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.apigee.Json;
import io.entente.simulator.apigee.bundle.Bundle;
import io.entente.simulator.apigee.bundle.BundleKind;
import io.entente.simulator.apigee.error.Code;
import io.entente.simulator.apigee.error.Refusal;
import io.entente.simulator.apigee.http.Request;
import io.entente.simulator.apigee.http.Response;
import io.entente.simulator.apigee.store.Asset;
import io.entente.simulator.apigee.store.Organization;
import io.entente.simulator.apigee.store.Revision;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** {@code apis} or {@code sharedflows}. */
final class AssetSection implements Section {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,255}");

  private final BundleKind kind;
  private final ImportedBundles imported;

  AssetSection(BundleKind kind, ImportedBundles imported) {
    this.kind = kind;
    this.imported = imported;
  }

  @Override
  public void serve(Endpoints endpoints) {
    endpoints
        .on(kind.collection() + ".list", this::list)
        .on(kind.collection() + ".get", call -> whole(call.asset(kind)))
        .on(kind.collection() + ".create", this::create)
        .on(kind.collection() + ".delete", this::delete);
    if (kind == BundleKind.PROXY) {
      endpoints.on("apis.patch", this::label);
    }
  }

  private Response list(Invocation call) {
    Request request = call.request();
    ObjectNode body = Json.object();
    ArrayNode list = Json.array();
    for (Asset asset : call.organization().assets(kind).values()) {
      list.add(
          AssetView.listed(
              asset, request.flag("includeRevisions"), request.flag("includeMetaData")));
    }
    if (!list.isEmpty()) {
      body.set(kind == BundleKind.PROXY ? "proxies" : "sharedFlows", list);
    }
    return Response.json(200, body);
  }

  private Response create(Invocation call) {
    Organization organization = call.organization();
    String name = call.request().argument("name").orElse("");
    if (!NAME.matcher(name).matches()) {
      throw Refusal.invalid("name '" + name + "' must match [A-Za-z0-9._-]{1,255}");
    }
    String action = call.request().argument("action").orElse("");
    if (!action.equals("import") && !action.equals("validate")) {
      throw Refusal.invalid("action '" + action + "' must be import or validate");
    }
    Bundle bundle = Upload.of(call.request(), kind);
    if (action.equals("validate")) {
      return Response.json(200, AssetView.revision(name, bundle));
    }
    long now = call.estate().now();
    Revision revision = organization.assetOrNew(kind, name, now).add(bundle, now);
    imported.add(new ImportedBundles.Entry(organization.name(), name, revision.id(), bundle));
    return Response.json(200, AssetView.revision(organization.name(), name, bundle, revision));
  }

  private Response delete(Invocation call) {
    Asset asset = call.asset(kind);
    call.organization().environments().stream()
        .filter(environment -> environment.deployment(kind, asset.name()).isPresent())
        .findFirst()
        .ifPresent(
            environment -> {
              throw Refusal.of(
                  Code.FAILED_PRECONDITION,
                  kind.collection()
                      + "/"
                      + asset.name()
                      + " is deployed in the environment "
                      + environment.name()
                      + " and cannot be deleted");
            });
    call.organization().assets(kind).remove(asset.name());
    return whole(asset);
  }

  private Response label(Invocation call) {
    Asset asset = call.asset(kind);
    String mask = call.request().argument("updateMask").orElse("");
    if (!mask.equals("labels")) {
      throw Refusal.invalid("update_mask '" + mask + "': only labels can be updated");
    }
    Map<String, String> labels = new TreeMap<>();
    for (Map.Entry<String, JsonNode> label : call.body().path("labels").properties()) {
      labels.put(label.getKey(), label.getValue().asText());
    }
    asset.label(labels, call.estate().now());
    return whole(asset);
  }

  private static Response whole(Asset asset) {
    return Response.json(200, AssetView.whole(asset));
  }
}
