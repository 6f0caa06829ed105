package io.entente.simulator.apigee.bundle;

/** What a bundle is. */
public enum BundleKind {
  PROXY("apiproxy", "APIProxy", "apis"),
  SHARED_FLOW("sharedflowbundle", "SharedFlowBundle", "sharedflows");

  private final String root;
  private final String manifest;
  private final String collection;

  BundleKind(String root, String manifest, String collection) {
    this.root = root;
    this.manifest = manifest;
    this.collection = collection;
  }

  /** The folder everything lies in. */
  public String root() {
    return root;
  }

  /** Root element of the manifest. */
  public String manifest() {
    return manifest;
  }

  /** Its collection in the API. */
  public String collection() {
    return collection;
  }
}
