package io.entente.simulator.apigee.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.apigee.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VerifyJwtTest {

  private static final Tokens ISSUER = new Tokens();
  private static final String TELL =
      "<AssignMessage name=\"Tell\"><Set><Headers><Header name=\"x-told\">"
          + "{jwt.V.valid} {jwt.V.claim.issuer} {jwt.V.claim.role} {jwt.V.header.kid}"
          + "</Header></Headers></Set></AssignMessage>";

  private final Lab lab = new Lab();

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void tellsTheClaimsOfAGoodToken() {
    // Given
    lab.published.put("http://keys.test/", ISSUER.keys());
    lab.simple(
        BundleText.step("V") + BundleText.step("Tell"),
        policy("<JWKS uri=\"http://keys.test/\"/>", "<Issuer>iss</Issuer>"),
        TELL);

    // Then
    assertThat(call(ISSUER.sign(claims().put("role", "admin"))).status()).isEqualTo(200);
    assertThat(lab.backend.last().header("x-told")).isEqualTo("true iss admin k1");
  }

  @Test
  void aListIsToldAsJson() {
    // Given
    lab.simple(BundleText.step("V") + BundleText.step("Tell"), inline(""), TELL);
    ObjectNode claims = claims();
    claims.putArray("role").add("admin").add("user");

    // Then
    assertThat(call(ISSUER.sign(claims)).status()).isEqualTo(200);
    assertThat(lab.backend.last().header("x-told")).contains("[\"admin\",\"user\"]");
  }

  @Test
  void refusesWithTheFaultOfWhatIsWrong() {
    // Given
    lab.simple(
        BundleText.step("V"),
        inline("<Issuer>iss</Issuer><Audience>orders</Audience><MaxLifespan>10m</MaxLifespan>"));
    ObjectNode good = claims().put("aud", "orders");

    // Then
    assertThat(call(ISSUER.sign(good)).status()).isEqualTo(200);
    refused(new Tokens().sign(good), "InvalidToken");
    refused(ISSUER.sign(good.deepCopy().put("iss", "other")), "JwtIssuerMismatch");
    refused(ISSUER.sign(good.deepCopy().put("aud", "other")), "JwtAudienceMismatch");
    refused(ISSUER.sign(good.deepCopy().put("exp", now() - 1)), "TokenExpired");
    refused(ISSUER.sign(good.deepCopy().put("nbf", now() + 60)), "TokenNotYetValid");
    refused(ISSUER.sign(good.deepCopy().put("iat", now() + 60)), "TokenNotYetValid");
    refused(ISSUER.sign(good.deepCopy().put("exp", now() + 3_600)), "InvalidClaim");
    refused("a.b", "FailedToDecode");
    assertThat(lab.get("/p").status()).isEqualTo(401);
  }

  @Test
  void aPolicyThatGoesOnSaysThatTheTokenIsNotValid() {
    // Given
    lab.simple(
        BundleText.step("V") + BundleText.step("Tell"),
        inline("").replace("name=\"V\"", "name=\"V\" continueOnError=\"true\""),
        TELL.replaceAll(" \\{jwt.V.[ch][^}]*}", ""));

    // Then
    assertThat(call("a.b").status()).isEqualTo(200);
    assertThat(lab.backend.last().header("x-told")).startsWith("false");
  }

  @Test
  void familiesOfAlgorithmsAreNotMixed() {
    var bundle =
        BundleText.proxy(
                "p",
                "/p",
                BundleText.requestSide("PreFlow", BundleText.step("V")),
                BundleText.http(lab.backend.url()))
            .policy(inline("").replace("RS256", "RS256, ES256"))
            .build();

    assertThat(lab.plane.faultsOf(bundle, false)).singleElement().asString().contains("families");
  }

  private void refused(String token, String fault) {
    Client.Answer answer = call(token);
    assertThat(answer.status()).as(fault).isEqualTo(401);
    assertThat(answer.body()).contains("steps.jwt." + fault);
  }

  private Client.Answer call(String token) {
    return lab.get("/p", "Authorization", "Bearer " + token);
  }

  private ObjectNode claims() {
    return Json.object().put("iss", "iss").put("iat", now() - 10).put("exp", now() + 300);
  }

  private long now() {
    return lab.clock.instant().getEpochSecond();
  }

  private static String inline(String more) {
    return policy("<JWKS>" + ISSUER.keys() + "</JWKS>", more);
  }

  private static String policy(String keys, String more) {
    return "<VerifyJWT name=\"V\"><Algorithm>RS256</Algorithm><PublicKey>"
        + keys
        + "</PublicKey>"
        + more
        + "</VerifyJWT>";
  }
}
