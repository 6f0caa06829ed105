package io.entente.hub.apigee;

import static io.entente.hub.test.PlanRoad.documents;
import static io.entente.hub.test.PlanRoad.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.entente.hub.test.EmbeddedInfrastructure;
import io.entente.hub.test.HubClient;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** What is read out of an Apigee is said, and left where it is with the reason. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class ApigeeImportTest {

  @Test
  void aStepOfAProxyOfOthersIsReadAndNotPromisedToBeTakenOver() throws Exception {
    try (var apigee = TeamApigee.start()) {
      // Given
      apigee.deployProxy("orders", limited());
      documents(apigee.documents("apigee-import"));
      apigee.giveCredential("apigee-import");
      var before = apigee.foreign();
      // When
      var found =
          HubClient.admin()
              .get("/api/gateways/apigee-import/importable")
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      // Then
      String place = found.getString("places.find { 'spikeArrest' in it.found.kind }.place");
      assertThat(place).startsWith("apis/orders#");
      assertThat(found.getList("places.possible", Boolean.class)).containsOnly(false);
      assertThat(found.getString("places.find { 'spikeArrest' in it.found.kind }.reasons"))
          .contains("would run twice");
      HubClient.admin()
          .contentType("application/json")
          .body(Map.of("places", List.of(Map.of("place", place, "seen", "unseen"))))
          .post("/api/gateways/apigee-import/import")
          .then()
          .statusCode(409)
          .body("code", is("IMPORT_NOT_POSSIBLE"))
          .body("detail", containsString("would run twice"));
      assertThat(plan("apigee-import").getBoolean("empty")).isTrue();
      assertThat(apigee.foreign()).isEqualTo(before);
      assertThat(apigee.violations()).isEqualTo("[]");
    }
  }

  private static SortedMap<String, String> limited() {
    var files = TeamApigee.proxy("orders", "v1");
    files.put(
        "apiproxy/policies/Burst.xml",
        "<SpikeArrest name=\"Burst\" enabled=\"true\" continueOnError=\"false\">"
            + "<Rate>30ps</Rate></SpikeArrest>\n");
    files.computeIfPresent(
        "apiproxy/proxies/default.xml",
        (name, text) ->
            text.replace(
                "<Step><Name>Mark</Name></Step>",
                "<Step><Name>Burst</Name></Step>\n        <Step><Name>Mark</Name></Step>"));
    return files;
  }
}
