package io.entente.simulator.kong.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.simulator.kong.Node;
import io.entente.simulator.kong.Node.Reply;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DblessTest {

  private static final String CONFIG =
      """
      _format_version: "3.0"
      services:
      - name: orders
        url: http://127.0.0.1:9001
        tags: [a]
        routes:
        - name: orders-route
          paths: [/orders]
      plugins:
      - name: cors
        service: orders
      consumers:
      - username: alice
        keyauth_credentials:
        - key: alice-key
      """;

  private final Node node = Node.withoutDatabase();

  @AfterEach
  void stop() {
    node.close();
  }

  @Test
  void refusesToWriteSingleEntities() {
    // When
    Reply reply = node.send("POST", "/services", "{\"name\":\"s\",\"host\":\"x\"}");

    // Then
    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.at("/code").asInt()).isEqualTo(12);
  }

  @Test
  void isReadyOnlyWithAConfigurationAndSaysSoOnTheStatusPortOnly() {
    // Given
    int before = node.status("/status/ready").status();

    // When
    load("");

    // Then
    assertThat(before).isEqualTo(503);
    assertThat(node.status("/status/ready").status()).isEqualTo(200);
    assertThat(node.get("/status/ready").status()).isEqualTo(404);
    assertThat(node.get("/status").at("/configuration_hash").asText())
        .matches("(?!0+$)[0-9a-f]{32}");
  }

  @Test
  void loadsAConfigurationAsAWhole() {
    // When
    Reply first = load("");
    Reply second = node.send("POST", "/config", "{\"_format_version\":\"3.0\"}");

    // Then
    assertThat(first.status()).as(first.text()).isEqualTo(201);
    assertThat(first.at("/services")).hasSize(1);
    assertThat(first.at("/keyauth_credentials")).hasSize(1);
    assertThat(second.status()).isEqualTo(201);
    assertThat(node.get("/services").at("/data")).isEmpty();
  }

  @Test
  void givesTheSameNamesTheSameIdsAgain() {
    // Given
    String before = load("").at("/services").fieldNames().next();

    // When
    node.send("POST", "/config", "{\"_format_version\":\"3.0\"}");
    String after = load("").at("/services").fieldNames().next();

    // Then
    assertThat(after).isEqualTo(before);
  }

  @Test
  void answersNotModifiedToTheSameTextWithItsHashChecked() {
    // Given
    load("");

    // When
    Reply same = load("?check_hash=1");
    Reply unchecked = load("");

    // Then
    assertThat(same.status()).isEqualTo(304);
    assertThat(unchecked.status()).isEqualTo(201);
  }

  @Test
  void keepsWhatWasLoadedWhenANewConfigurationIsRefused() {
    // Given
    load("");

    // When
    Reply refused =
        node.send(
            "POST",
            "/config?flatten_errors=1",
            "{\"_format_version\":\"3.0\",\"services\":[{\"name\":\"x\",\"tags\":[\"t\"]}],"
                + "\"routes\":[{\"name\":\"r\",\"paths\":[\"/\"],\"service\":\"none\"}]}");

    // Then
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("/code").asInt()).isEqualTo(14);
    assertThat(refused.at("/flattened_errors")).hasSize(2);
    assertThat(refused.at("/flattened_errors/0/entity_tags/0").asText()).isEqualTo("t");
    assertThat(node.get("/services/orders").status()).isEqualTo(200);
  }

  @Test
  void refusesTheSameNameTwice() {
    // When
    Reply refused =
        node.send(
            "POST",
            "/config",
            "{\"_format_version\":\"3.0\",\"services\":[{\"name\":\"x\",\"host\":\"a\"},"
                + "{\"id\":\"11111111-1111-4111-8111-111111111111\",\"name\":\"x\",\"host\":\"b\"}]}");

    // Then
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text()).contains("uniqueness violation");
  }

  @Test
  void showsTheConfigurationSoThatItCanBeLoadedAgain() {
    // Given
    load("");
    String yaml = node.get("/config").at("/config").asText();

    // When
    Reply again = multipart(yaml, "");

    // Then
    assertThat(again.status()).as(again.text()).isEqualTo(201);
    assertThat(again.at("/plugins")).hasSize(1);
    assertThat(node.get("/services/orders/plugins").at("/data")).hasSize(1);
  }

  private Reply load(String query) {
    return multipart(CONFIG, query);
  }

  private Reply multipart(String yaml, String query) {
    String body =
        "--b\r\nContent-Disposition: form-data; name=\"config\"\r\n\r\n" + yaml + "\r\n--b--\r\n";
    return node.send(
        "POST", "/config" + query, Map.of("Content-Type", "multipart/form-data; boundary=b"), body);
  }
}
