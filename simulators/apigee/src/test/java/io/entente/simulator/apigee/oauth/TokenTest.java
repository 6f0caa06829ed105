package io.entente.simulator.apigee.oauth;

import static io.entente.simulator.apigee.harness.Client.ORG;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.apigee.Options;
import io.entente.simulator.apigee.harness.Client;
import io.entente.simulator.apigee.harness.Jwt;
import io.entente.simulator.apigee.harness.Reply;
import io.entente.simulator.apigee.harness.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenTest {

  private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T10:00:00Z"));
  private final Client client =
      Client.start(Options.defaults().withClock(clock).withTokenLife(Duration.ofMinutes(10)));
  private final JsonNode key = client.key();

  @AfterEach
  void stop() {
    client.close();
  }

  @Test
  void acceptsAnAssertionOfTheServiceAccount() {
    // When
    Reply reply = client.tokenRequest(form(Jwt.sign(key, Jwt.claims(key, clock.instant()))));

    // Then
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.at("/expires_in").asInt()).isEqualTo(600);
    assertThat(status(reply.text("/access_token"))).isEqualTo(200);
  }

  @Test
  void acceptsTheAudienceGooglesLibraryNamesWhateverTheKeySays() {
    // Given
    ObjectNode claims =
        Jwt.claims(key, clock.instant()).put("aud", "https://oauth2.googleapis.com/token");

    // When
    Reply reply = client.tokenRequest(form(Jwt.sign(key, claims)));

    // Then
    assertThat(status(reply.text("/access_token"))).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "aud,https://oauth2.example.test/token,invalid_grant",
    "iss,somebody@else.iam.gserviceaccount.com,invalid_grant",
    "scope,https://www.googleapis.com/auth/drive,invalid_scope"
  })
  void refusesAnAssertionForSomethingElse(String claim, String value, String error) {
    refuses(error, claims -> claims.put(claim, value));
  }

  @Test
  void refusesAnAssertionThatIsOver() {
    refuses("invalid_grant", claims -> claims.put("exp", clock.instant().getEpochSecond()));
  }

  @Test
  void refusesAnAssertionThatLivesTooLong() {
    refuses("invalid_grant", claims -> claims.put("exp", clock.instant().getEpochSecond() + 3601));
  }

  @Test
  void refusesAnAssertionOfAnotherKey() {
    // Given
    String jwt;
    try (Client other = Client.start()) {
      jwt = Jwt.sign(other.key(), Jwt.claims(key, clock.instant()));
      other.get(ORG);
    }

    // When
    Reply reply = client.tokenRequest(form(jwt));

    // Then
    client.get(ORG);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.text("/error_description")).isEqualTo("Invalid JWT Signature.");
  }

  @Test
  void refusesAnAssertionThatWasChangedAfterwards() {
    // Given
    String[] parts = Jwt.sign(key, Jwt.claims(key, clock.instant())).split("\\.");
    String[] others = Jwt.sign(key, Jwt.claims(key, clock.instant().plusSeconds(9))).split("\\.");

    // When
    Reply reply = client.tokenRequest(form(parts[0] + "." + others[1] + "." + parts[2]));

    // Then
    client.get(ORG);
    assertThat(reply.text("/error")).isEqualTo("invalid_grant");
  }

  @Test
  void refusesAGrantItDoesNotKnow() {
    // When
    Reply reply = client.tokenRequest(Map.of("grant_type", "password"));

    // Then
    client.get(ORG);
    assertThat(reply.text("/error")).isEqualTo("unsupported_grant_type");
  }

  @Test
  void refusesARefreshTokenWithAnotherSecret() {
    // Given
    JsonNode user = client.credential("?type=authorized_user");

    // When
    Reply reply =
        client.tokenRequest(
            Map.of(
                "grant_type",
                "refresh_token",
                "client_id",
                user.path("client_id").asText(),
                "client_secret",
                "guessed",
                "refresh_token",
                user.path("refresh_token").asText()));

    // Then
    client.get(ORG);
    assertThat(reply.text("/error")).isEqualTo("invalid_grant");
  }

  @Test
  void refusesCallsWithoutToken() {
    // When
    Reply reply = client.sendAs("", "GET", ORG, Map.of(), new byte[0]);

    // Then
    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.text("/error/status")).isEqualTo("UNAUTHENTICATED");
    assertThat(reply.headers().firstValue("WWW-Authenticate")).isPresent();
  }

  @Test
  void refusesATokenThatHasExpired() {
    // Given
    assertThat(client.get(ORG).status()).isEqualTo(200);

    // When
    clock.forward(Duration.ofMinutes(10));

    // Then
    assertThat(client.get(ORG).status()).isEqualTo(401);
  }

  @Test
  void refusesATokenThatWasRevoked() {
    // Given
    assertThat(client.get(ORG).status()).isEqualTo(200);

    // When
    client.simulator().revokeTokens();

    // Then
    assertThat(client.get(ORG).status()).isEqualTo(401);
  }

  @Test
  void deniesUnknownOrganizations() {
    // When
    Reply reply = client.get("/v1/organizations/other/apis");

    // Then
    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.text("/error/status")).isEqualTo("PERMISSION_DENIED");
  }

  private void refuses(String error, Consumer<ObjectNode> change) {
    // Given
    ObjectNode claims = Jwt.claims(key, clock.instant());
    change.accept(claims);

    // When
    Reply reply = client.tokenRequest(form(Jwt.sign(key, claims)));

    // Then
    client.get(ORG);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.text("/error")).isEqualTo(error);
  }

  private int status(String token) {
    return client.sendAs(token, "GET", ORG, Map.of(), new byte[0]).status();
  }

  private static Map<String, String> form(String assertion) {
    return Map.of("grant_type", GRANT, "assertion", assertion);
  }
}
