package io.entente.hub.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Tenant;
import io.entente.model.tree.SecretRef;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IngestTokensTest {

  private static final long SEED = 47;
  private static final GatewayId A = new GatewayId("kong-a");
  private static final GatewayId B = new GatewayId("kong.b");
  private static final HubKey KEY = new HubKey(new byte[32]);

  private final IngestTokens tokens = tokens(Map.of());

  @Test
  void aTokenNamesItsGatewayAndSurvivesARestart() {
    assertThat(tokens.verify(tokens.token(A))).contains(A);
    assertThat(tokens.verify(tokens.token(B))).contains(B);
    assertThat(tokens(Map.of()).token(A)).isEqualTo(tokens.token(A)).startsWith("ing1.kong-a.");
  }

  @Test
  void theTokenOfOneGatewayIsNotThatOfAnother() {
    // Given
    String ofA = tokens.token(A);
    String forB = "ing1.kong.b" + ofA.substring(ofA.lastIndexOf('.'));
    // When // Then
    assertThat(tokens.verify(forB)).isEmpty();
  }

  @Test
  void refusesEveryTokenThatIsChangedAnywhere() {
    // Given
    var random = new Random(SEED);
    String right = tokens.token(A);
    for (int i = 0; i < 500; i++) {
      var changed = new StringBuilder(right);
      int at = random.nextInt(right.length());
      changed.setCharAt(at, (char) (33 + random.nextInt(94)));
      // When // Then
      if (!changed.toString().equals(right)) {
        assertThat(tokens.verify(changed.toString())).as("seed %d: %s", SEED, changed).isEmpty();
      }
    }
  }

  @Test
  void refusesGarbageAndTokensOfOtherHubsAndTenants() {
    // Given
    byte[] other = new byte[32];
    other[0] = 1;
    String otherHub = new IngestTokens(new HubKey(other), new Tenant("main"), Map.of()).token(A);
    String otherTenant = new IngestTokens(KEY, new Tenant("else"), Map.of()).token(A);
    // When // Then
    for (String token :
        List.of(
            "",
            "ing1.",
            "ing1..",
            "ing1.A B.x",
            "ing1." + "a".repeat(9000) + ".x",
            "ing2.a.b",
            otherHub,
            otherTenant,
            tokens.token(A) + " ",
            tokens.token(A) + "=")) {
      assertThat(tokens.verify(token)).as(token).isEmpty();
    }
  }

  @Test
  void aNewGenerationReplacesTheOldOneWithoutAGap() {
    // Given
    String old = tokens.token(A);
    var both = tokens(Map.of("kong-a", List.of(1, 2)));
    var after = tokens(Map.of("kong-a", List.of(2)));
    String fresh = both.token(A);
    // When // Then
    assertThat(fresh).isNotEqualTo(old).isEqualTo(after.token(A));
    assertThat(both.verify(old)).contains(A);
    assertThat(both.verify(fresh)).contains(A);
    assertThat(after.verify(old)).isEmpty();
    assertThat(after.verify(fresh)).contains(A);
  }

  @Test
  void secretsResolveTheTokenByItsReferenceAndNothingElse() {
    // Given
    var secrets = new HubSecrets(KEY, tokens);
    // When // Then
    assertThat(secrets.resolve(HubSecrets.ingestToken(A))).contains(tokens.token(A));
    for (String reference : List.of("entente:ingest/", "entente:ingest/A B", "vault:kv/x")) {
      assertThat(secrets.resolve(new SecretRef(reference))).as(reference).isEmpty();
    }
  }

  @Test
  void fingerprintsTellSecretsApartAndHoldForOneHubOnly() {
    // Given
    var secrets = new HubSecrets(KEY, tokens);
    byte[] other = new byte[32];
    other[31] = 1;
    // When // Then
    assertThat(secrets.fingerprint("s")).isEqualTo(secrets.fingerprint("s"));
    assertThat(secrets.fingerprint("s")).isNotEqualTo(secrets.fingerprint("t"));
    assertThat(secrets.fingerprint("s"))
        .isNotEqualTo(new HubSecrets(new HubKey(other), tokens).fingerprint("s"));
  }

  private static IngestTokens tokens(Map<String, List<Integer>> generations) {
    return new IngestTokens(KEY, new Tenant("main"), generations);
  }
}
