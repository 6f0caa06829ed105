package io.entente.simulator.apigee.proxy.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.entente.simulator.apigee.proxy.exchange.Exchange;
import io.entente.simulator.apigee.proxy.exchange.Fault;
import io.entente.simulator.apigee.proxy.exchange.PolicyFault;
import io.entente.simulator.apigee.proxy.token.BadToken;
import io.entente.simulator.apigee.proxy.token.KeySet;
import io.entente.simulator.apigee.proxy.token.KeySets;
import io.entente.simulator.apigee.proxy.token.Signatures;
import io.entente.simulator.apigee.proxy.token.SignedToken;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * Verifies a signed token and tells of its claims in variables; a failure tells that the token is
 * not valid.
 */
record VerifyJwt(String name, VerifyJwtSettings settings, KeySets published) implements Policy {

  /** The variables of claims that have a name of their own. */
  private static final Map<String, String> NAMED =
      Map.of(
          "iss", "issuer",
          "sub", "subject",
          "aud", "audience",
          "exp", "expiry",
          "nbf", "notbefore",
          "iat", "issuedat",
          "jti", "id");

  private static final String BEARER = "bearer ";
  private static final int MILLIS = 1_000;

  static Policy read(String name, Element xml, KeySets published) throws BadPolicy {
    return new VerifyJwt(name, VerifyJwtSettings.read(xml), published);
  }

  @Override
  public void run(Exchange exchange) throws PolicyFault {
    String space = "jwt." + name + ".";
    try {
      SignedToken token = SignedToken.read(text(exchange));
      verify(exchange, token);
      exchange.set(space + "valid", "true");
      token.claims().properties().forEach(claim -> tell(exchange, space, claim));
      exchange.set(space + "header.algorithm", token.headerText("alg"));
      exchange.set(space + "header.kid", token.headerText("kid"));
    } catch (BadToken bad) {
      exchange.set(space + "valid", "false");
      throw new PolicyFault(
          Fault.step(401, "steps.jwt." + bad.fault(), "VerifyJWT[" + name + "]: " + bad.fault()));
    }
  }

  /** Numbers and truths as they are written, lists and objects as JSON. */
  private static void tell(Exchange exchange, String space, Map.Entry<String, JsonNode> claim) {
    JsonNode value = claim.getValue();
    String text = value.isTextual() ? value.asText() : value.toString();
    exchange.set(space + "claim." + claim.getKey(), text);
    Optional.ofNullable(NAMED.get(claim.getKey()))
        .ifPresent(known -> exchange.set(space + "claim." + known, text));
  }

  private String text(Exchange exchange) throws BadToken {
    if (settings.source().isPresent()) {
      return exchange
          .text(settings.source().get())
          .orElseThrow(() -> new BadToken("FailedToResolveVariable"))
          .strip();
    }
    String header = exchange.text("request.header.authorization").orElse("").strip();
    if (!header.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
      throw new BadToken("FailedToDecode");
    }
    return header.substring(BEARER.length()).strip();
  }

  private void verify(Exchange exchange, SignedToken token) throws BadToken {
    String algorithm = token.headerText("alg");
    if (algorithm.isEmpty()) {
      throw new BadToken("NoAlgorithmFoundInHeader");
    }
    if (!settings.algorithms().contains(algorithm)) {
      throw new BadToken("AlgorithmMismatch");
    }
    critical(token);
    Signatures.check(token, keys(exchange));
    JsonNode claims = token.claims();
    if (settings
        .issuer()
        .filter(wanted -> !claims.path("iss").asText().equals(wanted))
        .isPresent()) {
      throw new BadToken("JwtIssuerMismatch");
    }
    if (settings
        .subject()
        .filter(wanted -> !claims.path("sub").asText().equals(wanted))
        .isPresent()) {
      throw new BadToken("JwtSubjectMismatch");
    }
    if (settings.audience().filter(wanted -> !isFor(claims.path("aud"), wanted)).isPresent()) {
      throw new BadToken("JwtAudienceMismatch");
    }
    new TokenTimes(settings, exchange.clock().millis() / MILLIS).check(claims);
  }

  private void critical(SignedToken token) throws BadToken {
    if (settings.ignoreCritical() || !token.header().has("crit")) {
      return;
    }
    for (JsonNode header : token.header().path("crit")) {
      if (!settings.knownHeaders().contains(header.asText())) {
        throw new BadToken("UnhandledCriticalHeader");
      }
    }
  }

  private KeySet keys(Exchange exchange) throws BadToken {
    try {
      if (settings.keysAt().isPresent()) {
        return KeySet.read(published.at(settings.keysAt().get()));
      }
      return KeySet.read(settings.keysRef().flatMap(exchange::text).orElse(settings.keys()));
    } catch (IOException | IllegalArgumentException e) {
      throw new BadToken("KeyParsingFailed");
    }
  }

  private static boolean isFor(JsonNode audience, String wanted) {
    if (!audience.isArray()) {
      return audience.asText().equals(wanted);
    }
    for (JsonNode one : audience) {
      if (one.asText().equals(wanted)) {
        return true;
      }
    }
    return false;
  }
}
