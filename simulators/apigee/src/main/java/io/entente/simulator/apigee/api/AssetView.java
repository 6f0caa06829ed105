package io.entente.simulator.apigee.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.apigee.Json;
import io.entente.simulator.apigee.bundle.Bundle;
import io.entente.simulator.apigee.bundle.BundleKind;
import io.entente.simulator.apigee.bundle.Contents;
import io.entente.simulator.apigee.store.Asset;
import io.entente.simulator.apigee.store.Revision;

/** Proxies, shared flows and their revisions as the API shows them. */
final class AssetView {

  private AssetView() {}

  static ObjectNode whole(Asset asset) {
    ObjectNode view = listed(asset, true, true);
    if (asset.kind() == BundleKind.PROXY) {
      view.put("apiProxyType", "PROGRAMMABLE");
    }
    return view;
  }

  static ObjectNode listed(Asset asset, boolean withRevisions, boolean withMetadata) {
    ObjectNode view = Json.object().put("name", asset.name());
    if (withRevisions) {
      view.set("revision", Json.texts(asset.revisions().stream().map(Revision::id).toList()));
    }
    if (withRevisions || withMetadata) {
      asset.latest().ifPresent(latest -> view.put("latestRevisionId", latest.id()));
    }
    if (withMetadata) {
      view.putObject("metaData")
          .put("createdAt", Long.toString(asset.createdAt()))
          .put("lastModifiedAt", Long.toString(asset.modifiedAt()))
          .put("subType", asset.kind() == BundleKind.PROXY ? "Proxy" : "SharedFlow");
      if (!asset.labels().isEmpty()) {
        ObjectNode labels = view.putObject("labels");
        asset.labels().forEach(labels::put);
      }
    }
    return view;
  }

  /** A revision that exists, or one that would, when a bundle is only validated. */
  static ObjectNode revision(String organization, String name, Bundle bundle, Revision revision) {
    ObjectNode view = revision(name, bundle);
    String created = Long.toString(revision.createdAt());
    String modified = Long.toString(revision.modifiedAt());
    view.put("revision", revision.id())
        .put("createdAt", created)
        .put("lastModifiedAt", modified)
        .put(
            "contextInfo",
            "Revision "
                + revision.id()
                + " of application "
                + name
                + ", in organization "
                + organization);
    view.putObject("entityMetaDataAsProperties")
        .put("bundle_type", "zip")
        .put("createdAt", created)
        .put("lastModifiedAt", modified)
        .put("subType", bundle.kind() == BundleKind.PROXY ? "Proxy" : "SharedFlow");
    return view;
  }

  static ObjectNode revision(String name, Bundle bundle) {
    Contents contents = bundle.contents();
    ObjectNode view = Json.object().put("name", name).put("type", "Application");
    view.putObject("configurationVersion").put("majorVersion", 4);
    if (!contents.displayName().isEmpty()) {
      view.put("displayName", contents.displayName());
    }
    if (!contents.description().isEmpty()) {
      view.put("description", contents.description());
    }
    view.set("policies", Json.texts(bundle.names("policies")));
    resources(view, bundle);
    if (bundle.kind() == BundleKind.SHARED_FLOW) {
      view.set("sharedFlows", Json.texts(bundle.names("sharedflows")));
      return view;
    }
    view.set("basepaths", Json.texts(contents.basePaths()));
    view.set("proxyEndpoints", Json.texts(bundle.names("proxies")));
    view.set("proxies", Json.texts(bundle.names("proxies")));
    view.set("targetEndpoints", Json.texts(bundle.names("targets")));
    view.set("targets", Json.texts(bundle.names("targets")));
    view.set("targetServers", Json.texts(contents.targetServers()));
    return view.put("hasExtensiblePolicy", contents.isExtensible());
  }

  private static void resources(ObjectNode view, Bundle bundle) {
    ArrayNode names = view.putArray("resources");
    ArrayNode files = view.putObject("resourceFiles").putArray("resourceFile");
    String folder = bundle.kind().root() + "/resources/";
    for (String path : bundle.files().keySet()) {
      String inner = path.startsWith(folder) ? path.substring(folder.length()) : "";
      int slash = inner.indexOf('/');
      if (slash > 0) {
        String type = inner.substring(0, slash);
        String name = inner.substring(slash + 1);
        names.add(type + "://" + name);
        files.addObject().put("type", type).put("name", name);
      }
    }
  }
}
