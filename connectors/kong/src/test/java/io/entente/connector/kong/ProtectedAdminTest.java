package io.entente.connector.kong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.connector.kong.FakeAdmin.Answer;
import io.entente.connector.spi.ReadScope;
import io.entente.connector.testkit.TestSecrets;
import io.entente.model.estate.Completeness;
import io.entente.model.identity.GatewayId;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.SecretRef;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProtectedAdminTest {
  private static final String REFERENCE = "test:kong";
  private static final String TOKEN = "canary-of-an-admin-token";

  private final TestSecrets secrets = new TestSecrets();

  @ParameterizedTest
  @ValueSource(strings = {"Kong-Admin-Token", "apikey"})
  void sendsTheTokenOnEveryCallInTheHeaderNamed(String header) {
    try (var admin = FakeAdmin.recorded().protect(header, TOKEN)) {
      // Given
      store(header, TOKEN);
      // When
      var connector = open(admin, Optional.empty());
      // Then
      assertThat(connector.describe().version()).isNotBlank();
      assertThat(connector.inventory().read(new ReadScope.Kinds(Set.of("routes")), page -> {}))
          .isInstanceOf(Completeness.Complete.class);
    }
  }

  @Test
  void isRefusedWithAWrongTokenThatNoAnswerRepeatsAndTakesTheOneStoredSince() {
    try (var admin = FakeAdmin.recorded().protect("Kong-Admin-Token", TOKEN)) {
      // Given
      store("Kong-Admin-Token", "wrong-canary");
      var connector = open(admin, Optional.empty());
      // When, Then
      assertThatThrownBy(connector::describe)
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> {
                assertThat(e.problems().get(0).code()).isEqualTo(KongErrorCode.UNAUTHENTICATED);
                assertThat(e.problems().toString()).contains("***").doesNotContain("wrong-canary");
              });
      // When
      store("Kong-Admin-Token", TOKEN);
      // Then
      assertThat(connector.describe().version()).isNotBlank();
    }
  }

  @Test
  void keepsTheTokenFromAStatusApiOfItsOwn() {
    try (var admin = FakeAdmin.recorded().protect("Kong-Admin-Token", TOKEN);
        var status = new FakeAdmin().protect("Kong-Admin-Token", TOKEN)) {
      // Given
      store("Kong-Admin-Token", TOKEN);
      status.on("GET /status", Answer.ok("{}"));
      var config = config(admin, Optional.of(status.uri()));
      var api = new AdminApi(config, secrets);
      // When, Then: the token would have opened it
      assertThatThrownBy(() -> api.read("GET /status", () -> api.status().nodeStatus()))
          .isInstanceOf(AdminFailure.class)
          .hasMessageContaining("401");
    }
  }

  @Test
  void saysThatNothingIsStored() {
    try (var admin = FakeAdmin.recorded()) {
      assertThatThrownBy(open(admin, Optional.empty())::describe)
          .isInstanceOfSatisfying(
              ProblemException.class,
              e ->
                  assertThat(e.problems().get(0).code())
                      .isEqualTo(KongErrorCode.CREDENTIAL_MISSING));
      assertThat(admin.requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "canary",
        "[]",
        "{\"type\":\"kong_admin_token\"}",
        "{\"type\":\"service_account\",\"token\":\"canary\"}",
        "{\"type\":\"kong_admin_token\",\"token\":\"can\\nary\"}",
        "{\"type\":\"kong_admin_token\",\"token\":\"canary\",\"header\":\"Host\"}",
        "{\"type\":\"kong_admin_token\",\"token\":\"canary\",\"header\":\"a b\"}",
        "{\"type\":\"kong_admin_token\",\"token\":\"canary\",\"canary\":1}"
      })
  void whatIsNoCredentialIsRefusedAndNotRepeated(String json) {
    assertThatThrownBy(() -> KongCredential.read(json))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problems()).allMatch(p -> p.code().equals("CREDENTIAL_INVALID"));
              assertThat(e.problems().toString()).doesNotContain("canary");
            });
  }

  @Test
  void printsWithoutItsToken() {
    assertThat(new KongCredential("apikey", TOKEN).toString()).doesNotContain(TOKEN);
  }

  private void store(String header, String token) {
    secrets.put(
        REFERENCE,
        "{\"type\":\"kong_admin_token\",\"header\":\""
            + header
            + "\",\"token\":\""
            + token
            + "\"}");
  }

  private KongConnector open(FakeAdmin admin, Optional<URI> status) {
    return new KongConnector(new GatewayId("kong"), config(admin, status), secrets);
  }

  private static KongConfig config(FakeAdmin admin, Optional<URI> status) {
    return new KongConfig(
        admin.uri(),
        status,
        1,
        Duration.ofSeconds(10),
        8,
        10_000,
        Optional.of(new SecretRef(REFERENCE)),
        new TreeMap<>());
  }
}
