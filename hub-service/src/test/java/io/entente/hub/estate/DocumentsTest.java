package io.entente.hub.estate;

import static io.entente.hub.estate.EstateDocuments.api;
import static io.entente.hub.estate.EstateDocuments.apply;
import static io.entente.hub.estate.EstateDocuments.gateway;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.entente.hub.test.EmbeddedInfrastructure;
import io.entente.hub.test.HubClient;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class DocumentsTest {
  @Test
  void aGatewayIsObserveOnlyUnlessItsDocumentSaysOtherwise() {
    apply(gateway("doc-default")).statusCode(200).body("[0].changed", is(true));

    HubClient.admin()
        .get("/api/gateways/doc-default")
        .then()
        .statusCode(200)
        .body("writes", is("observeOnly"))
        .body("settings.'listener.port'", is("10080"));
  }

  @Test
  void anUnchangedDocumentMakesNoNewVersion() {
    apply(gateway("doc-same")).statusCode(200).body("[0].version", is(1));

    apply(gateway("doc-same"))
        .statusCode(200)
        .body("[0].version", is(1))
        .body("[0].changed", is(false));
    apply(gateway("doc-same").replace("10080", "10081"))
        .body("[0].version", is(2))
        .body("[0].changed", is(true));
  }

  @Test
  void aDocumentMayNameAGatewayThatComesLaterInTheSameRequest() {
    apply(api("doc-order", "doc-order-gw") + "---\n" + gateway("doc-order-gw"))
        .statusCode(200)
        .body("[0].kind", is("Api"))
        .body("[1].kind", is("Gateway"));
    HubClient.admin()
        .get("/api/apis/doc-order")
        .then()
        .statusCode(200)
        .body("document.spec.gateways[0]", is("doc-order-gw"));
    HubClient.admin()
        .delete("/api/gateways/doc-order-gw")
        .then()
        .statusCode(409)
        .body("code", is("GATEWAY_IN_USE"));
  }

  @Test
  void storesNothingWhenOneDocumentOfSeveralIsWrong() {
    apply(gateway("doc-none") + "---\n" + gateway("doc-bad").replace("envoy", "nginx"))
        .statusCode(400)
        .body("code", is("INVALID_VALUE"))
        .body("path", is("documents[1].spec.vendor"))
        .body("value", is("nginx"));
    absent("doc-none");
  }

  @Test
  void storesNothingWhenTheStoreRefusesTheSecondDocument() {
    apply(gateway("doc-undone") + "---\n" + api("doc-orphan", "nowhere"))
        .statusCode(400)
        .body("code", is("GATEWAY_UNKNOWN"))
        .body("path", is("documents[1].spec.gateways"))
        .body("value", is("nowhere"));
    absent("doc-undone");
  }

  @Test
  void aDryRunTellsWhatWouldHappenAndKeepsNothing() {
    apply(gateway("doc-dry").getBytes(UTF_8), true)
        .statusCode(200)
        .body("[0].version", is(1))
        .body("[0].changed", is(true));
    absent("doc-dry");
  }

  @Test
  void refusesBadInputWithCodePathAndNextStep() {
    String good = gateway("doc-refused");
    refused(good.replace("vendor: envoy", "vendor: envoy, colour: red"), "UNKNOWN_FIELD");
    refused(good.replace("10080", "70000"), "INVALID_VALUE");
    refused(good.replace("10080", "'10080'"), "INVALID_VALUE");
    refused(good.replace("kind: Gateway", "kind: Gatehouse"), "UNKNOWN_KIND");
    refused(
        good.replace("spec: {", "spec: {writes: managed, ").replaceAll(", listener.*", "}"),
        "MISSING_FIELD");
    refused(good + "---\n" + good, "DOCUMENT_TWICE");
    refused("key: [unclosed", "YAML_INVALID");
    refused("{\"kind\": }", "JSON_INVALID");
    refused("", "DOCUMENT_MISSING");
    apply(new byte[] {(byte) 0xff, (byte) 0xfe, 0}, false)
        .statusCode(400)
        .body("code", is("DOCUMENT_NOT_TEXT"));
    apply(good + "#" + "x".repeat(1 << 20)).statusCode(413).body("code", is("DOCUMENT_TOO_LARGE"));
    absent("doc-refused");
  }

  @Test
  void refusesDocumentsOfAKindTheCallerMayNotWrite() {
    String token =
        HubClient.admin()
            .contentType("application/json")
            .body(Map.of("name", "doc-apis-only", "permissions", List.of("apis:write")))
            .post("/api/tokens")
            .then()
            .statusCode(201)
            .extract()
            .path("token");

    HubClient.with(token)
        .contentType("application/octet-stream")
        .body(gateway("doc-forbidden").getBytes(UTF_8))
        .post("/api/documents")
        .then()
        .statusCode(403);
    absent("doc-forbidden");
  }

  private static void refused(String document, String code) {
    apply(document)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("code", is(code))
        .body("detail", not(emptyString()))
        .body("nextStep", notNullValue());
  }

  private static void absent(String gateway) {
    HubClient.admin()
        .get("/api/gateways/" + gateway)
        .then()
        .statusCode(404)
        .body("code", is("GATEWAY_NOT_FOUND"));
  }
}
