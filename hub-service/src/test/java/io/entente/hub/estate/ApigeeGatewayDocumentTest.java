package io.entente.hub.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.entente.json.JsonTree;
import io.entente.json.TreeLimits;
import io.entente.model.estate.Gateway.WriteMode;
import io.entente.model.estate.Vendor;
import io.entente.model.identity.Tenant;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApigeeGatewayDocumentTest {

  @Test
  void readsTheEnvironmentAndHowItIsReached() {
    var read =
        read(
            "\"writes\":\"managed\",\"connection\":{\"organization\":\"acme-prod\",\"environment\":"
                + "\"eu.1\",\"endpoint\":\"https://apigee.eu.rep.googleapis.com\",\"requestsPerSecond\":5}");
    assertThat(read.gateway().vendor()).isEqualTo(Vendor.APIGEE);
    assertThat(read.gateway().writes()).isEqualTo(WriteMode.MANAGED);
    assertThat(read.settings())
        .isEqualTo(
            Map.of(
                "organization", "acme-prod",
                "environment", "eu.1",
                "endpoint", "https://apigee.eu.rep.googleapis.com",
                "requests-per-second", "5"));
  }

  @Test
  void refusesWhatItDoesNotUnderstandWithItsPathAndRepeatsNoAddress() {
    refused("\"writes\":\"managed\"", "spec.connection");
    refused("\"connection\":{\"organization\":\"a\"}", "spec.connection.environment");
    refused("\"connection\":{\"environment\":\"a\"}", "spec.connection.organization");
    for (String name :
        new String[] {"a/b", "", "..", "a b", "é", "x".repeat(256), "a?b", "a%2Fb"}) {
      refused(
          "\"connection\":{\"organization\":\"" + name + "\",\"environment\":\"e\"}",
          "spec.connection.organization");
      refused(
          "\"connection\":{\"organization\":\"o\",\"environment\":\"" + name + "\"}",
          "spec.connection.environment");
    }
    for (String url :
        new String[] {
          "http://apigee.googleapis.com",
          "https://root:canary@apigee.googleapis.com",
          "https://apigee.googleapis.com/v1",
          "https://apigee.googleapis.com?key=canary",
          "https://apigee.googleapis.com#canary",
          "ftp://apigee.googleapis.com",
          "apigee.googleapis.com",
          "http://not_a_host",
          "https://"
        }) {
      refused(
          "\"connection\":{\"organization\":\"o\",\"environment\":\"e\",\"endpoint\":\""
              + url
              + "\"}",
          "spec.connection.endpoint");
    }
    refused(
        "\"connection\":{\"organization\":\"o\",\"environment\":\"e\",\"requestsPerSecond\":0}",
        "spec.connection.requestsPerSecond");
    refused(
        "\"connection\":{\"organization\":\"o\",\"environment\":\"e\",\"token\":\"x\"}",
        "spec.connection.token");
    refused(
        "\"connection\":{\"organization\":\"o\",\"environment\":\"e\"},\"listener\":{}",
        "spec.listener");
  }

  private static void refused(String spec, String path) {
    var refused = catchThrowableOfType(ProblemException.class, () -> read(spec));
    assertThat(refused).as(spec).isNotNull();
    assertThat(refused.problems()).as(spec).extracting(p -> p.path().orElse("")).contains(path);
    assertThat(refused.problems())
        .extracting(Problem::toString)
        .noneMatch(t -> t.contains("canary"));
  }

  private static GatewayDocument read(String spec) {
    String json =
        "{\"apiVersion\":\"entente.io/v1alpha1\",\"kind\":\"Gateway\",\"metadata\":{\"name\":\"g\"},"
            + "\"spec\":{\"vendor\":\"apigee\","
            + spec
            + "}}";
    return GatewayDocuments.read(JsonTree.read(json, TreeLimits.DOCUMENT), 1, new Tenant("main"));
  }
}
