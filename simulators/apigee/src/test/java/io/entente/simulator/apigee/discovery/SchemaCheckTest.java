package io.entente.simulator.apigee.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entente.simulator.apigee.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaCheckTest {

  private static final Discovery DISCOVERY = Discovery.load();

  @Test
  void passesAnAnswerThatFits() throws Exception {
    // Given
    String answer =
        """
        {"deployments":[{"environment":"test","apiProxy":"p","revision":"3",
         "deployStartTime":"1732100000000","state":"READY",
         "instances":[{"instance":"eu1","deployedRevisions":[{"revision":"3","percentage":100}]}],
         "errors":[{"code":9,"message":"x","details":[{"@type":"y","any":[1]}]}]}]}
        """;

    // Then
    assertThat(answerProblems("ListDeploymentsResponse", answer)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Deployment | {\"state\":\"DEPLOYED\"} | TYPE_ENUM",
        "Deployment | {\"deployStartTime\":1732100000000} | int64",
        "Deployment | {\"deployStartTime\":\"yesterday\"} | int64",
        "Deployment | {\"instances\":{}} | TYPE_LIST",
        "Deployment | {\"instances\":[\"eu1\"]} | TYPE_MESSAGE",
        "Deployment | {\"instances\":[{\"deployedRevisions\":[{\"percentage\":\"all\"}]}]} | INT32",
        "Deployment | {\"proxy\":\"p\"} | Unknown name \"proxy\"",
        "Deployment | {\"revision\":null} | TYPE_STRING",
        "Deployment | {\"revision\":3} | TYPE_STRING",
        "FlowHook | {\"continueOnError\":\"true\"} | TYPE_BOOL",
        "ApiProxy | {\"labels\":{\"a\":1}} | TYPE_STRING",
        "TraceSamplingConfig | {\"samplingRate\":\"0.1\"} | TYPE_DOUBLE",
        "AnalyticsConfig | {\"updateTime\":\"now\"} | google-datetime",
        "Organization | {\"caCertificate\":\"%%\"} | byte"
      })
  void findsWhatDoesNotFitInAnswers(String schema, String answer, String problem) throws Exception {
    // Then
    assertThat(answerProblems(schema, answer)).singleElement().asString().contains(problem);
  }

  @Test
  void takesUnsetFieldsAndNumbersInRequests() throws Exception {
    // Given
    JsonNode body = json("{\"callbackUrl\":null,\"name\":\"a\",\"keyExpiresIn\":3600000}");

    // Then
    assertThat(SchemaCheck.request(DISCOVERY, body, ref("DeveloperApp"))).isEmpty();
  }

  @Test
  void refusesNamesOfTheWireFormatInRequests() throws Exception {
    // Given
    JsonNode body = json("{\"continue_on_error\":true}");

    // Then
    assertThat(SchemaCheck.request(DISCOVERY, body, ref("FlowHook")))
        .singleElement()
        .asString()
        .contains("Unknown name \"continue_on_error\"");
  }

  @Test
  void prefersTheMoreExactPath() {
    // Then
    assertThat(id("POST", "apis/a:move")).isEqualTo("apis.move");
    assertThat(id("GET", "apis/a")).isEqualTo("apis.get");
    assertThat(id("GET", "environments")).isEqualTo("environments.list");
    assertThat(
            id("POST", "environments/e/apis/a/revisions/1/deployments:generateDeployChangeReport"))
        .isEqualTo("environments.apis.revisions.deployments.generateDeployChangeReport");
    assertThat(DISCOVERY.find("GET", List.of("v1", "organizations", "o", "nothing"))).isEmpty();
  }

  private static String id(String verb, String path) {
    return DISCOVERY
        .find(verb, List.of(("v1/organizations/o/" + path).split("/")))
        .orElseThrow()
        .method()
        .id();
  }

  private static List<String> answerProblems(String schema, String answer) throws Exception {
    return SchemaCheck.answer(DISCOVERY, json(answer), ref(schema));
  }

  private static JsonNode ref(String schema) {
    return Json.object().put("$ref", "GoogleCloudApigeeV1" + schema);
  }

  private static JsonNode json(String text) throws Exception {
    return Json.read(text.getBytes(StandardCharsets.UTF_8));
  }
}
