package io.entente.simulator.kong.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entente.simulator.kong.Node;
import io.entente.simulator.kong.Node.Reply;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ObservedReadingTest {

  private final Node node = Node.withDatabase();

  @AfterEach
  void stop() {
    node.close();
  }

  @Test
  void showsEveryEntityOnceWhenNextIsFollowed() {
    // Given
    for (int i = 0; i < 7; i++) {
      node.send("POST", "/services", "{\"name\":\"s" + i + "\",\"host\":\"x\"}");
    }

    // When
    List<String> names = new ArrayList<>();
    String next = "/services?size=3";
    Reply page = node.get(next);
    while (true) {
      page.at("/data").forEach(each -> names.add(each.path("name").asText()));
      if (page.at("/next").isNull()) {
        break;
      }
      assertThat(page.json().has("offset")).isTrue();
      page = node.get(page.at("/next").asText());
    }

    // Then
    assertThat(names).containsExactlyInAnyOrder("s0", "s1", "s2", "s3", "s4", "s5", "s6");
    assertThat(page.json().has("offset")).isFalse();
  }

  @Test
  void keepsSizeAndTagsInNextOfACollectionButNotOfANestedOne() {
    // Given
    node.send("POST", "/services", "{\"name\":\"s\",\"host\":\"x\"}");
    for (int i = 0; i < 2; i++) {
      node.send("POST", "/services/s/routes", "{\"paths\":[\"/" + i + "\"],\"tags\":[\"a b\"]}");
    }

    // When
    String top = node.get("/routes?size=1&tags=a%20b").at("/next").asText();
    String nested = node.get("/services/s/routes?size=1").at("/next").asText();

    // Then
    assertThat(top).matches("/routes\\?offset=[\\w-]+&tags=a%20b&size=1");
    assertThat(nested).matches("/services/s/routes\\?offset=[\\w-]+");
  }

  @Test
  void ignoresFiltersByNameButNotByTagsOrCustomId() {
    // Given
    node.send("POST", "/services", "{\"name\":\"a\",\"host\":\"x\",\"tags\":[\"t\",\"u\"]}");
    node.send("POST", "/services", "{\"name\":\"b\",\"host\":\"x\",\"tags\":[\"u\"]}");
    node.send("POST", "/services", "{\"name\":\"c\",\"host\":\"x\"}");
    node.send("POST", "/consumers", "{\"custom_id\":\"c-1\"}");

    // When / Then
    assertThat(names("/services?name=a")).containsExactlyInAnyOrder("a", "b", "c");
    assertThat(names("/services?tags=t,u")).containsExactly("a");
    assertThat(names("/services?tags=t/u")).containsExactlyInAnyOrder("a", "b");
    assertThat(node.get("/consumers?custom_id=c-1").at("/data")).hasSize(1);
    assertThat(node.get("/consumers?custom_id=c-2").at("/data")).isEmpty();
  }

  @Test
  void hasNoWorkspacesAndNoGroupsOfConsumers() {
    // When / Then
    for (String path : List.of("/workspaces", "/consumer_groups", "/default/services")) {
      assertThat(node.get(path).status()).as(path).isEqualTo(404);
    }
  }

  @Test
  void answersNotModifiedToAnyTagOfAnEntity() {
    // Given
    node.send("POST", "/services", "{\"name\":\"s\",\"host\":\"x\"}");

    // When
    Reply reply = node.send("GET", "/services/s", java.util.Map.of("If-None-Match", "*"), "");

    // Then
    assertThat(reply.status()).isEqualTo(304);
    assertThat(node.get("/services/s").headers()).doesNotContainKey("etag");
  }

  @Test
  void showsSecretsInClearButPasswordsHashed() {
    // Given
    node.send("POST", "/consumers", "{\"username\":\"bob\"}");

    // When
    Reply key = node.send("POST", "/consumers/bob/key-auth", "{\"key\":\"in-clear\"}");
    Reply password =
        node.send("POST", "/consumers/bob/basic-auth", "{\"username\":\"bob\",\"password\":\"p\"}");

    // Then
    assertThat(key.at("/key").asText()).isEqualTo("in-clear");
    assertThat(password.at("/password").asText()).matches("[0-9a-f]{40}");
  }

  @Test
  void keepsTheHashOfAPasswordThatAPatchDoesNotMention() {
    // Given
    node.send("POST", "/consumers", "{\"username\":\"bob\"}");
    Reply created =
        node.send("POST", "/consumers/bob/basic-auth", "{\"username\":\"bob\",\"password\":\"p\"}");

    // When
    Reply changed = node.send("PATCH", "/basic-auths/" + created.id(), "{\"tags\":[\"x\"]}");

    // Then
    assertThat(changed.at("/password")).isEqualTo(created.at("/password"));
  }

  @Test
  void listsTagsWithTheEntitiesThatCarryThem() {
    // Given
    Reply service =
        node.send("POST", "/services", "{\"name\":\"s\",\"host\":\"x\",\"tags\":[\"t\",\"u\"]}");

    // When
    Reply all = node.get("/tags");
    Reply one = node.get("/tags/u");

    // Then
    assertThat(all.at("/data")).hasSize(2);
    assertThat(one.at("/data/0/entity_id").asText()).isEqualTo(service.id());
    assertThat(one.at("/data/0/entity_name").asText()).isEqualTo("services");
  }

  private List<String> names(String target) {
    List<String> names = new ArrayList<>();
    JsonNode data = node.get(target).at("/data");
    data.forEach(each -> names.add(each.path("name").asText()));
    return names;
  }
}
