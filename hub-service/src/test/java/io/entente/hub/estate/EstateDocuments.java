package io.entente.hub.estate;

import io.entente.hub.test.HubClient;
import io.restassured.response.ValidatableResponse;

/** Documents that tests apply over REST. */
final class EstateDocuments {
  private EstateDocuments() {}

  static String gateway(String name) {
    return """
        apiVersion: entente.io/v1alpha1
        kind: Gateway
        metadata: {name: %s}
        spec: {vendor: envoy, listener: {address: 127.0.0.1, port: 10080}}
        """
        .formatted(name);
  }

  static String api(String name, String gateway) {
    return """
        apiVersion: entente.io/v1alpha1
        kind: Api
        metadata: {name: %s}
        spec:
          gateways: [%s]
          hosts: ["*"]
          upstream: {endpoints: [{host: 127.0.0.1, port: 9000}], connectTimeout: 5s}
          routes: [{name: all, path: {prefix: /}}]
        """
        .formatted(name, gateway);
  }

  static ValidatableResponse apply(String documents) {
    return apply(documents.getBytes(java.nio.charset.StandardCharsets.UTF_8), false);
  }

  static ValidatableResponse apply(byte[] documents, boolean dryRun) {
    return HubClient.admin()
        .contentType("application/octet-stream")
        .queryParam("dryRun", dryRun)
        .body(documents)
        .post("/api/documents")
        .then();
  }
}
