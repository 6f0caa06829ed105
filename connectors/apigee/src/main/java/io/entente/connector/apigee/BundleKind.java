package io.entente.connector.apigee;

import io.entente.translator.apigee.dialect.ApigeeKinds;

/** The two kinds of object that are made of bundles, revisions and deployments. */
enum BundleKind {
  PROXY(ApigeeKinds.APIS, "proxies", "apiproxy"),
  SHARED_FLOW(ApigeeKinds.SHAREDFLOWS, "sharedFlows", "sharedflowbundle");

  private final String path;
  private final String listField;
  private final String folder;

  BundleKind(String path, String listField, String folder) {
    this.path = path;
    this.listField = listField;
    this.folder = folder;
  }

  /** Segment of the management API, and the kind of native object. */
  String path() {
    return path;
  }

  String listField() {
    return listField;
  }

  /** The folder in the archive that holds everything. */
  String folder() {
    return folder;
  }
}
