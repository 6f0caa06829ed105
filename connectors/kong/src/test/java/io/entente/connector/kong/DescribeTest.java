package io.entente.connector.kong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.connector.kong.FakeAdmin.Answer;
import io.entente.connector.testkit.TestSecrets;
import io.entente.model.estate.Vendor;
import io.entente.model.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The profile is what the node says of itself, and what its operator set. */
class DescribeTest {

  private static final String SCHEMA = "GET /schemas/plugins/cors";

  @Test
  void profileIsOfTheNode() {
    try (var admin = FakeAdmin.recorded()) {
      // When
      var profile = Reads.open(admin).describe();
      // Then
      assertThat(profile.vendor()).isEqualTo(Vendor.KONG);
      assertThat(profile.version()).isEqualTo("3.9.1");
      assertThat(profile.edition()).isEqualTo("oss");
      assertThat(profile.settings()).containsEntry("database", "postgres");
      assertThat(profile.can("plugin:rate-limiting")).isTrue();
      assertThat(profile.can("plugin:openid-connect")).isFalse();
      assertThat(profile.schema().documents()).containsKeys("plugins/cors", "entities/routes");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "3.9.1,oss,3.9.1",
    "3.10.0.1,enterprise,3.10.0.1",
    "3.4.3-enterprise-edition,enterprise,3.4.3"
  })
  void editionIsToldByTheVersion(String said, String edition, String version) {
    try (var admin = FakeAdmin.recorded()) {
      // Given
      admin.on("GET /", Answer.ok(root(said)));
      // When
      var profile = Reads.open(admin).describe();
      // Then
      assertThat(profile.edition()).isEqualTo(edition);
      assertThat(profile.version()).isEqualTo(version);
    }
  }

  @Test
  void schemasAreAskedAgainOnlyWhenTheNodeChangedOrFiveMinutesPassed() {
    try (var admin = FakeAdmin.recorded()) {
      // Given
      var now = new AtomicReference<>(Instant.EPOCH);
      var connector =
          new KongConnector(
              Reads.GATEWAY,
              KongConfig.at(admin.uri()),
              new TestSecrets(),
              List.of(),
              () -> now.get());
      // When
      connector.describe();
      now.set(Instant.EPOCH.plusSeconds(200));
      connector.describe();
      // Then
      assertThat(asked(admin)).isEqualTo(1);
      // When
      admin.on("GET /", Answer.ok(root("3.9.2")));
      assertThat(connector.describe().version()).isEqualTo("3.9.2");
      // Then
      assertThat(asked(admin)).isEqualTo(2);
      // When
      now.set(Instant.EPOCH.plusSeconds(600));
      connector.describe();
      // Then
      assertThat(asked(admin)).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"version\":\"3.9.1\"}",
        "{\"version\":\"nginx\",\"configuration\":{\"database\":\"off\"}}",
        "[]",
        "\"hello\"",
        "{}"
      })
  void somethingElseIsNotTakenForAKong(String body) {
    try (var admin = FakeAdmin.recorded()) {
      // Given
      admin.on("GET /", Answer.ok(body));
      // Then
      assertThatThrownBy(() -> Reads.open(admin).describe())
          .isInstanceOfSatisfying(
              ProblemException.class,
              e ->
                  assertThat(e.problems())
                      .extracting(problem -> problem.code())
                      .containsExactly(KongErrorCode.NOT_KONG));
    }
  }

  @Test
  void failureWhileAskingIsAProblemWithACode() {
    try (var admin = FakeAdmin.recorded()) {
      // Given
      admin.on(SCHEMA, Answer.of(401, "{\"message\":\"Unauthorized\"}"));
      // Then
      assertThatThrownBy(() -> Reads.open(admin).describe())
          .isInstanceOfSatisfying(
              ProblemException.class,
              e ->
                  assertThat(e.problems())
                      .extracting(problem -> problem.code())
                      .containsExactly(KongErrorCode.UNAUTHENTICATED));
    }
  }

  @Test
  void configurationWithoutSenseIsRefused() {
    var uri = java.net.URI.create("http://127.0.0.1:8001");
    assertThatThrownBy(() -> KongConfig.at(java.net.URI.create("http://user:pw@127.0.0.1:8001")))
        .hasMessageContaining("user info")
        .hasMessageNotContaining("pw");
    assertThatThrownBy(() -> KongConfig.at(java.net.URI.create("ftp://127.0.0.1")))
        .hasMessageContaining("admin");
    assertThatThrownBy(() -> config(uri, 0, Duration.ofSeconds(1), 1, 1)).hasMessageContaining("0");
    assertThatThrownBy(() -> config(uri, 1, Duration.ZERO, 1, 1)).hasMessageContaining("timeout");
    assertThatThrownBy(() -> config(uri, 1, Duration.ofSeconds(1), 65, 1))
        .hasMessageContaining("65");
    assertThatThrownBy(() -> config(uri, 1, Duration.ofSeconds(1), 1, Double.NaN))
        .hasMessageContaining("NaN");
  }

  private static KongConfig config(
      java.net.URI uri, int nodes, Duration timeout, int parallel, double rate) {
    return new KongConfig(uri, Optional.empty(), nodes, timeout, parallel, rate, new TreeMap<>());
  }

  private static long asked(FakeAdmin admin) {
    return admin.requests().stream().filter(SCHEMA::equals).count();
  }

  private static String root(String version) {
    return "{\"version\":\"" + version + "\",\"configuration\":{\"database\":\"postgres\"}}";
  }
}
