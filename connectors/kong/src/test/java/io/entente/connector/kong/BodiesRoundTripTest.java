package io.entente.connector.kong;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.connector.kong.FakeAdmin.Answer;
import io.entente.connector.testkit.TestSecrets;
import io.entente.json.JsonTree;
import io.entente.json.TreeLimits;
import io.entente.model.tree.Node;
import org.junit.jupiter.api.Test;

/** What Kong sends arrives as it is, and what is sent is what was given. */
class BodiesRoundTripTest {

  private static final String STRANGE =
      """
      {"id":"1","unknown":{"deep":[{"a":null},{},[]]},"null":null,"empty":[],"none":{},
       "long":9223372036854775807,"longer":123456789012345678901234567890,"small":0.000000001,
       "fraction":1795240404.589,"exponent":1e-9,"text":"\\u00e9\\u4e2d\\ud83d\\ude00 \\"quoted\\" \\\\ \\n",
       "raw":"é中😀","flag":true}
      """;

  @Test
  void unknownFieldsNumbersAndNullsArriveExactly() throws AdminFailure {
    try (var admin = new FakeAdmin()) {
      // Given
      admin.on("GET /services/1", Answer.ok(STRANGE));
      // When
      Node read = api(admin).read("test", () -> api(admin).entities().getEntity("services", "1"));
      // Then
      assertThat(read).isEqualTo(JsonTree.read(STRANGE, TreeLimits.VENDOR));
    }
  }

  @Test
  void unknownFieldsNumbersAndNullsAreSentExactly() throws AdminFailure {
    try (var admin = new FakeAdmin()) {
      // Given
      admin.on("PUT /services/1", Answer.ok(STRANGE));
      Node given = JsonTree.read(STRANGE, TreeLimits.VENDOR);
      // When
      api(admin).write("test", () -> api(admin).entities().putEntity("services", "1", given));
      // Then
      assertThat(JsonTree.read(admin.bodies().get(0), TreeLimits.VENDOR)).isEqualTo(given);
      assertThat(admin.bodies().get(0)).contains("9223372036854775807", "\"null\":null");
    }
  }

  @Test
  void namesAreEncodedInPaths() throws AdminFailure {
    try (var admin = new FakeAdmin()) {
      // Given
      admin.on("GET /services/a%2F..%2Fb", Answer.ok("{\"id\":\"a/../b\"}"));
      // When
      Node read =
          api(admin).read("test", () -> api(admin).entities().getEntity("services", "a/../b"));
      // Then
      assertThat(Trees.text(read, "id")).contains("a/../b");
    }
  }

  private static AdminApi api(FakeAdmin admin) {
    return new AdminApi(KongConfig.at(admin.uri()), new TestSecrets());
  }
}
