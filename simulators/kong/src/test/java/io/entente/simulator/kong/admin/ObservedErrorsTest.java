package io.entente.simulator.kong.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.simulator.kong.Node;
import io.entente.simulator.kong.Node.Reply;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObservedErrorsTest {

  private final Node node = Node.withDatabase();

  @AfterEach
  void stop() {
    node.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "POST  | /services             | {\"name\":\"x\"}                                | 400 | 2",
        "POST  | /routes               | {\"paths\":[\"/x\"],\"service\":{\"id\":\"11111111-1111-1111-1111-111111111111\"}} | 400 | 4",
        "POST  | /routes               | {\"paths\":[\"/x\"],\"service\":{\"name\":\"no\"}} | 400 | 13",
        "PATCH | /services/no          | {\"retries\":1}                               | 404 | 6",
        "GET   | /services?offset=zzz  |                                               | 400 | 7",
        "GET   | /services?size=1001   |                                               | 400 | 9",
        "GET   | /services?tags=a,b/c  |                                               | 400 | 11",
        "GET   | /ca_certificates/name |                                               | 400 | 1",
      })
  void namesTheKindOfErrorByACode(String method, String target, String body, int status, int code) {
    // When
    Reply reply = node.send(method, target, body == null ? "" : body);

    // Then
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.at("/code").asInt()).isEqualTo(code);
    assertThat(reply.at("/name").asText()).isNotBlank();
    assertThat(reply.at("/message").asText()).isNotBlank();
  }

  @Test
  void aTakenNameIsAConflictButATakenIdIsABadRequest() {
    // Given
    String id = node.send("POST", "/services", "{\"name\":\"s\",\"host\":\"x\"}").id();

    // When
    Reply name = node.send("POST", "/services", "{\"name\":\"s\",\"host\":\"x\"}");
    Reply key = node.send("POST", "/services", "{\"id\":\"" + id + "\",\"host\":\"x\"}");

    // Then
    assertThat(name.status()).isEqualTo(409);
    assertThat(name.at("/code").asInt()).isEqualTo(5);
    assertThat(key.status()).isEqualTo(400);
    assertThat(key.at("/code").asInt()).isEqualTo(3);
  }

  @Test
  void errorsAcrossFieldsAreAListOfTheirOwn() {
    // When
    Reply reply = node.send("POST", "/consumers", "{}");

    // Then
    assertThat(reply.at("/fields/@entity/0").asText()).contains("'custom_id', 'username'");
  }

  @Test
  void plainErrorsCarryOnlyAMessage() {
    // When / Then
    for (Reply reply :
        new Reply[] {
          node.get("/nope"),
          node.send("PATCH", "/services", "{}"),
          node.send("POST", "/services", "{\"name\": "),
          node.send("POST", "/services", "[1]"),
        }) {
      assertThat(reply.json().size()).as(reply.text()).isEqualTo(1);
      assertThat(reply.json().has("message")).isTrue();
    }
  }

  @Test
  void anUnreadableMediaTypeIsAnsweredInHtml() {
    // When
    Reply reply = node.send("POST", "/services", Map.of("Content-Type", "text/plain"), "name=x");

    // Then
    assertThat(reply.status()).isEqualTo(415);
    assertThat(reply.headers().get("content-type").get(0)).startsWith("text/html");
  }

  @Test
  void aPluginWhoseSchemaIsUnknownIsNotEnabled() {
    // When
    Reply reply = node.send("POST", "/plugins", "{\"name\":\"session\"}");

    // Then
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.at("/fields/name").asText()).contains("not enabled");
    assertThat(node.get("/plugins/enabled").text()).doesNotContain("\"session\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "acl | {\"allow\":[\"a\"],\"deny\":[\"b\"]} | /fields/@entity/0 | exactly one of",
        "rate-limiting | {\"minute\":5,\"policy\":\"redis\"} | /fields/config/redis/host | required field missing",
        "rate-limiting | {\"second\":9,\"minute\":5} | /fields/config | cannot be lower than",
        "request-termination | {\"message\":\"m\",\"body\":\"b\"} | /fields/config | cannot be used",
        "jwt | {\"maximum_expiration\":60,\"claims_to_verify\":[\"nbf\"]} | /fields/config/claims_to_verify | expected to contain: exp",
        "ip-restriction | {\"allow\":[\"10.0.0.0/8\",\"10.0.0.0/99\"]} | /fields/config/allow/1 | invalid ip or cidr",
        "bot-detection | {\"deny\":[\"(\"]} | /fields/config/deny/0 | not a valid regex",
        "ai-proxy | {\"route_type\":\"llm/v1/chat\",\"model\":{\"provider\":\"llama2\"}} | /fields/config/@entity/0 | must set",
      })
  void checksAcrossFieldsOfPluginsAreKept(
      String plugin, String config, String pointer, String message) {
    // When
    Reply reply =
        node.send("POST", "/plugins", "{\"name\":\"" + plugin + "\",\"config\":" + config + "}");

    // Then
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.at(pointer).asText()).as(reply.text()).contains(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"protocols\":[\"http\",\"tcp\"],\"paths\":[\"/x\"]} | /fields/protocols | mutually exclusive: ('http', 'https'), ('tcp', 'tls', 'udp')",
        "{\"protocols\":[\"tcp\"],\"paths\":[\"/x\"]} | /fields/paths | cannot set 'paths'",
        "{\"protocols\":[\"tcp\"]} | /fields/@entity/0 | must set one of 'sources', 'destinations', 'snis'",
        "{\"protocols\":[\"grpc\"],\"hosts\":[\"h\"],\"strip_path\":true} | /fields/strip_path | cannot set 'strip_path'",
        "{\"paths\":[\"/ok\",\"no\"]} | /fields/paths/1 | should start with: /",
        "{\"paths\":[\"~/(\"]} | /fields/paths/0 | invalid regex",
        "{\"hosts\":[\"a.*.b\"]} | /fields/hosts/0 | invalid wildcard",
        "{\"protocols\":[\"http\"],\"paths\":[\"/x\"],\"snis\":[\"s.example.com\"]} | /fields/@entity/0 | 'snis' can only be set",
      })
  void routesSayOnlyWhatTheirProtocolsAllow(String route, String pointer, String message) {
    // When
    Reply reply = node.send("POST", "/routes", route);

    // Then
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.at(pointer).asText()).as(reply.text()).contains(message);
  }
}
