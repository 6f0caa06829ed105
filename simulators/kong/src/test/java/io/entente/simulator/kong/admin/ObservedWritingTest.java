package io.entente.simulator.kong.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.simulator.kong.Node;
import io.entente.simulator.kong.Node.Reply;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ObservedWritingTest {

  private static final String ID = "11111111-1111-4111-8111-111111111111";

  private final Node node = Node.withDatabase();
  private String service = "";

  @BeforeEach
  void aServiceWithARoute() {
    service =
        node.send(
                "POST",
                "/services",
                "{\"name\":\"s\",\"host\":\"x\",\"retries\":9,\"tags\":[\"t\"]}")
            .id();
    node.send("POST", "/services/s/routes", "{\"name\":\"r\",\"paths\":[\"/r\"]}");
  }

  @AfterEach
  void stop() {
    node.close();
  }

  @Test
  void putReplacesEverythingAndPatchOnlyWhatIsGiven() {
    // When
    Reply patched = node.send("PATCH", "/services/s", "{\"port\":81}");
    Reply put = node.send("PUT", "/services/s", "{\"host\":\"y\"}");

    // Then
    assertThat(patched.at("/retries").asInt()).isEqualTo(9);
    assertThat(put.status()).isEqualTo(200);
    assertThat(put.id()).isEqualTo(service);
    assertThat(put.at("/retries").asInt()).isEqualTo(5);
    assertThat(put.at("/port").asInt()).isEqualTo(80);
    assertThat(put.at("/tags").isNull()).isTrue();
  }

  @Test
  void putCreatesByAChosenIdOrName() {
    // When
    Reply byId = node.send("PUT", "/services/" + ID, "{\"name\":\"i\",\"host\":\"x\"}");
    Reply byName = node.send("PUT", "/services/n", "{\"host\":\"x\"}");

    // Then
    assertThat(byId.status()).isEqualTo(200);
    assertThat(byId.id()).isEqualTo(ID);
    assertThat(byName.at("/name").asText()).isEqualTo("n");
  }

  @Test
  void putOfAPluginWithoutItsScopeMakesItGlobal() {
    // Given
    String plugin =
        node.send("POST", "/services/s/plugins", "{\"name\":\"cors\",\"config\":{\"max_age\":5}}")
            .id();

    // When
    Reply put = node.send("PUT", "/plugins/" + plugin, "{\"name\":\"cors\"}");

    // Then
    assertThat(put.at("/service").isNull()).isTrue();
    assertThat(put.at("/config/max_age").isNull()).isTrue();
  }

  @Test
  void putOfAPluginThatWouldBecomeASecondGlobalOneIsAConflict() {
    // Given
    node.send("POST", "/plugins", "{\"name\":\"cors\"}");
    String plugin = node.send("POST", "/services/s/plugins", "{\"name\":\"cors\"}").id();

    // When
    Reply put = node.send("PUT", "/plugins/" + plugin, "{\"name\":\"cors\"}");

    // Then
    assertThat(put.status()).isEqualTo(409);
    assertThat(node.get("/plugins/" + plugin).at("/service/id").asText()).isEqualTo(service);
  }

  @Test
  void patchMergesRecordsButReplacesListsAndMaps() {
    // Given
    String plugin =
        node.send(
                "POST",
                "/services/s/plugins",
                """
                {"name":"http-log","config":{"http_endpoint":"http://h/","headers":{"a":"1"},
                 "queue":{"max_entries":7}}}""")
            .id();

    // When
    Reply patched =
        node.send(
            "PATCH",
            "/plugins/" + plugin,
            "{\"config\":{\"headers\":{\"b\":\"2\"},\"queue\":{\"max_batch_size\":3}}}");

    // Then
    assertThat(patched.at("/config/headers").toString()).isEqualTo("{\"b\":\"2\"}");
    assertThat(patched.at("/config/queue/max_entries").asInt()).isEqualTo(7);
    assertThat(patched.at("/config/queue/max_batch_size").asInt()).isEqualTo(3);
  }

  @Test
  void nullStoresNullAndANullInAMapIsMisleadinglyMissing() {
    // Given
    String plugin =
        node.send(
                "POST",
                "/plugins",
                "{\"name\":\"http-log\",\"config\":{\"http_endpoint\":\"http://h/\"}}")
            .id();

    // When
    Reply nulled = node.send("PATCH", "/services/s", "{\"retries\":null}");
    Reply inMap =
        node.send("PATCH", "/plugins/" + plugin, "{\"config\":{\"headers\":{\"a\":null}}}");

    // Then
    assertThat(nulled.at("/retries").isNull()).isTrue();
    assertThat(inMap.status()).isEqualTo(400);
    assertThat(inMap.at("/fields/config/headers").asText()).isEqualTo("required field missing");
  }

  @Test
  void aParentByNameWorksInPostButNotInThePatchOfAPlugin() {
    // Given
    String plugin = node.send("POST", "/plugins", "{\"name\":\"cors\"}").id();

    // When
    Reply posted =
        node.send("POST", "/routes", "{\"paths\":[\"/x\"],\"service\":{\"name\":\"s\"}}");
    Reply byName = node.send("PATCH", "/plugins/" + plugin, "{\"service\":{\"name\":\"s\"}}");
    Reply byId =
        node.send("PATCH", "/plugins/" + plugin, "{\"service\":{\"id\":\"" + service + "\"}}");

    // Then
    assertThat(posted.at("/service/id").asText()).isEqualTo(service);
    assertThat(byName.status()).isEqualTo(400);
    assertThat(byName.at("/fields").fieldNames()).toIterable().containsExactly("protocols");
    assertThat(byId.status()).isEqualTo(200);
  }

  @Test
  void theParentInThePathWinsOverTheBody() {
    // Given
    String other = node.send("POST", "/services", "{\"name\":\"o\",\"host\":\"x\"}").id();

    // When
    Reply route =
        node.send(
            "POST", "/services/o/routes", "{\"paths\":[\"/x\"],\"service\":{\"name\":\"s\"}}");

    // Then
    assertThat(route.at("/service/id").asText()).isEqualTo(other);
  }

  @Test
  void patchMayChangeTheTimeOfCreationButIgnoresTheId() {
    // When
    Reply patched = node.send("PATCH", "/services/s", "{\"created_at\":1,\"id\":\"" + ID + "\"}");

    // Then
    assertThat(patched.at("/created_at").asInt()).isEqualTo(1);
    assertThat(patched.id()).isEqualTo(service);
  }

  @Test
  void deletingWhatDoesNotExistIsFineAndACustomIdIsNoKey() {
    // Given
    node.send("POST", "/consumers", "{\"custom_id\":\"c-1\"}");

    // When / Then
    for (String path : List.of("/services/nope", "/routes/" + ID, "/consumers/c-1")) {
      assertThat(node.send("DELETE", path, "").status()).as(path).isEqualTo(204);
    }
    assertThat(node.get("/consumers?custom_id=c-1").at("/data")).hasSize(1);
  }

  @Test
  void aServiceWithRoutesStaysButPluginsAndCredentialsGoWithTheirParent() {
    // Given
    String plugin = node.send("POST", "/routes/r/plugins", "{\"name\":\"cors\"}").id();
    node.send("POST", "/consumers", "{\"username\":\"bob\"}");
    String key = node.send("POST", "/consumers/bob/key-auth", "{}").id();

    // When
    Reply refused = node.send("DELETE", "/services/s", "");
    node.send("DELETE", "/routes/r", "");
    node.send("DELETE", "/consumers/bob", "");

    // Then
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("/code").asInt()).isEqualTo(4);
    assertThat(node.get("/plugins/" + plugin).status()).isEqualTo(404);
    assertThat(node.get("/key-auths/" + key).status()).isEqualTo(404);
    assertThat(node.send("DELETE", "/services/s", "").status()).isEqualTo(204);
  }

  @Test
  void formFieldsWithDotsAndBracketsAreTypedByTheSchema() {
    // When
    Reply plugin =
        node.form(
            "POST",
            "/services/s/plugins",
            "name=rate-limiting&config.minute=5&config.policy=local&tags[]=a&tags[]=b&enabled=false");

    // Then
    assertThat(plugin.status()).isEqualTo(201);
    assertThat(plugin.at("/config/minute").isInt() || plugin.at("/config/minute").isLong())
        .isTrue();
    assertThat(plugin.at("/tags").toString()).isEqualTo("[\"a\",\"b\"]");
    assertThat(plugin.at("/enabled").isBoolean()).isTrue();
  }

  @Test
  void oldNamesOfMovedFieldsAreAcceptedAndShown() {
    // When
    Reply plugin =
        node.send(
            "POST",
            "/services/s/plugins",
            "{\"name\":\"rate-limiting\",\"config\":{\"minute\":5,\"redis_host\":\"old\"}}");
    Reply patched =
        node.send(
            "PATCH", "/plugins/" + plugin.id(), "{\"config\":{\"redis\":{\"host\":\"new\"}}}");

    // Then
    assertThat(plugin.at("/config/redis/host").asText()).isEqualTo("old");
    assertThat(plugin.at("/config/redis_host").asText()).isEqualTo("old");
    assertThat(patched.at("/config/redis/host").asText()).isEqualTo("new");
    assertThat(patched.at("/config/redis_host").asText()).isEqualTo("new");
  }
}
