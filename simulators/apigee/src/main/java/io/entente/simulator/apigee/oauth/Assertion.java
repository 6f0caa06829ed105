package io.entente.simulator.apigee.oauth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.entente.simulator.apigee.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** A signed claim of the service account: RS256, who, for whom, until when, for what. */
final class Assertion {

  static final String SCOPE = "https://www.googleapis.com/auth/cloud-platform";

  /** Google's client library names it whatever the key's {@code token_uri} says. */
  private static final String GOOGLE = "https://oauth2.googleapis.com/token";

  private static final long HOUR = 3600;
  private static final long SKEW = 300;

  private Assertion() {}

  /**
   * Returns when the assertion is good.
   *
   * @throws BadGrant naming what is wrong
   */
  static void require(String jwt, ServiceAccount account, String audience, Instant now) {
    String[] parts = jwt.split("\\.", -1);
    if (parts.length != 3) {
      throw new BadGrant("invalid_grant", "Invalid JWT: it has not three parts.");
    }
    if (!json(parts[0]).path("alg").asText().equals("RS256")) {
      throw new BadGrant("invalid_grant", "Invalid JWT: the algorithm is not RS256.");
    }
    requireSignature(parts, account);
    JsonNode claims = json(parts[1]);
    if (!claims.path("iss").asText().equals(account.email())) {
      throw new BadGrant("invalid_grant", "Invalid grant: account not found");
    }
    if (!List.of(audience, GOOGLE).contains(claims.path("aud").asText())) {
      throw new BadGrant("invalid_grant", "Invalid JWT: the audience is not " + audience);
    }
    long issued = claims.path("iat").asLong();
    long expires = claims.path("exp").asLong();
    long second = now.getEpochSecond();
    if (expires <= second || issued > second + SKEW || expires - issued > HOUR) {
      throw new BadGrant(
          "invalid_grant",
          "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable"
              + " timeframe.");
    }
    if (!List.of(claims.path("scope").asText().split(" ")).contains(SCOPE)) {
      throw new BadGrant("invalid_scope", "Invalid OAuth scope or ID token audience provided.");
    }
  }

  private static void requireSignature(String[] parts, ServiceAccount account) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initVerify(account.publicKey());
      signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
      if (signature.verify(Base64.getUrlDecoder().decode(parts[2]))) {
        return;
      }
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new BadGrant("invalid_grant", "Invalid JWT Signature.");
    }
    throw new BadGrant("invalid_grant", "Invalid JWT Signature.");
  }

  private static JsonNode json(String part) {
    try {
      return Json.read(Base64.getUrlDecoder().decode(part));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new BadGrant("invalid_grant", "Invalid JWT: a part is not JSON.");
    }
  }
}
