package io.entente.simulator.apigee.api;

import static io.entente.simulator.apigee.harness.Client.ORG;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.simulator.apigee.GroupSpec;
import io.entente.simulator.apigee.InstanceSpec;
import io.entente.simulator.apigee.Options;
import io.entente.simulator.apigee.OrganizationSpec;
import io.entente.simulator.apigee.harness.Client;
import io.entente.simulator.apigee.harness.Reply;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PagingTest {

  private final Client client =
      Client.start(
          Options.defaults()
              .withOrganizations(
                  OrganizationSpec.of("acme", "test", "prod")
                      .withGroups(
                          new GroupSpec("a", List.of("a.test"), List.of("test", "prod")),
                          new GroupSpec("b", List.of("b.test"), List.of("prod")),
                          new GroupSpec("c", List.of("c.test"), List.of()))
                      .withInstances(
                          new InstanceSpec("eu1", "europe-west1", List.of("test", "prod")),
                          new InstanceSpec("us1", "us-east1", List.of("prod")))));

  @AfterEach
  void stop() {
    client.close();
  }

  @Test
  void servesEnvironmentsAsABareArray() {
    // Then
    assertThat(client.get(ORG + "/environments").texts("", "")).containsExactly("test", "prod");
  }

  @Test
  void pagesGroupsByToken() {
    // When
    Reply first = client.get(ORG + "/envgroups?pageSize=2");
    Reply second =
        client.get(ORG + "/envgroups?pageSize=2&pageToken=" + first.text("/nextPageToken"));

    // Then
    assertThat(first.texts("/environmentGroups", "name")).containsExactly("a", "b");
    assertThat(second.texts("/environmentGroups", "name")).containsExactly("c");
    assertThat(second.json().has("nextPageToken")).isFalse();
  }

  @Test
  void pagesAttachmentsAndInstancesByToken() {
    // When
    Reply attachments = client.get(ORG + "/envgroups/a/attachments?pageSize=1");
    Reply instances = client.get(ORG + "/instances?pageSize=1");
    Reply attached = client.get(ORG + "/instances/eu1/attachments?pageSize=1");

    // Then
    assertThat(attachments.texts("/environmentGroupAttachments", "environment"))
        .containsExactly("test");
    assertThat(attachments.json().has("nextPageToken")).isTrue();
    assertThat(instances.texts("/instances", "name")).containsExactly("eu1");
    assertThat(instances.json().has("nextPageToken")).isTrue();
    assertThat(attached.texts("/attachments", "environment")).containsExactly("test");
    assertThat(client.get(ORG + "/envgroups/a/attachments/a-prod").text("/environment"))
        .isEqualTo("prod");
  }

  @Test
  void refusesAForgedToken() {
    // Then
    assertThat(client.get(ORG + "/envgroups?pageToken=abc").status()).isEqualTo(400);
    assertThat(client.get(ORG + "/envgroups?pageSize=-1").status()).isEqualTo(400);
  }

  @Test
  void pagesProductsByInclusiveStartKey() {
    // Given
    for (String name : List.of("a", "b", "c")) {
      client.send("POST", ORG + "/apiproducts", "{\"name\":\"" + name + "\"}");
    }

    // When
    Reply first = client.get(ORG + "/apiproducts?count=2");
    Reply second = client.get(ORG + "/apiproducts?count=2&startKey=b&expand=true");

    // Then
    assertThat(first.texts("/apiProduct", "name")).containsExactly("a", "b");
    assertThat(second.texts("/apiProduct", "name")).containsExactly("b", "c");
    assertThat(second.at("/apiProduct/0/createdAt").isTextual()).isTrue();
    assertThat(client.get(ORG + "/apiproducts?startKey=zz").status()).isEqualTo(404);
    assertThat(client.get(ORG + "/apiproducts?count=1001").status()).isEqualTo(400);
  }

  @Test
  void pagesDevelopersByInclusiveStartKey() {
    // Given
    for (String name : List.of("a", "b", "c")) {
      client.send("POST", ORG + "/developers", developer(name));
    }

    // When
    Reply second = client.get(ORG + "/developers?count=2&startKey=b@x.test");

    // Then
    assertThat(second.texts("/developer", "email")).containsExactly("b@x.test", "c@x.test");
    assertThat(client.get(ORG + "/developers?expand=true&count=2").status()).isEqualTo(400);
    assertThat(client.get(ORG + "/developers?expand=true").texts("/developer", "userName"))
        .containsExactly("a", "b", "c");
  }

  @Test
  void pagesAppsByTokenAndShowsCredentialsOnlyOnRequest() {
    // Given
    client.send("POST", ORG + "/developers", developer("a"));
    for (String app : List.of("one", "two", "three")) {
      client.send("POST", ORG + "/developers/a%40x.test/apps", "{\"name\":\"" + app + "\"}");
    }

    // When
    Reply ids = client.get(ORG + "/apps?pageSize=2");
    Reply rest = client.get(ORG + "/apps?pageSize=2&pageToken=" + ids.text("/nextPageToken"));
    Reply expanded = client.get(ORG + "/apps?expand=true");
    Reply secrets = client.get(ORG + "/apps?expand=true&includeCred=true");

    // Then
    assertThat(ids.texts("/app", "appId")).hasSize(2);
    assertThat(ids.at("/app/0").size()).isEqualTo(1);
    assertThat(rest.texts("/app", "appId")).hasSize(1);
    assertThat(expanded.texts("/app", "name")).containsExactlyInAnyOrder("one", "two", "three");
    assertThat(expanded.at("/app/0").has("credentials")).isFalse();
    assertThat(secrets.at("/app/0/credentials/0/consumerKey").isTextual()).isTrue();
  }

  private static String developer(String name) {
    return "{\"email\":\"%1$s@x.test\",\"firstName\":\"%1$s\",\"lastName\":\"x\",\"userName\":\"%1$s\"}"
        .formatted(name);
  }
}
