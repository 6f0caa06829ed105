package io.entente.simulator.kong.proxy.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.kong.proxy.config.Json;
import io.entente.simulator.kong.proxy.exchange.Answer;
import io.entente.simulator.kong.proxy.exchange.Cookies;
import io.entente.simulator.kong.proxy.exchange.Exchange;
import io.entente.simulator.kong.proxy.exchange.QueryString;
import io.entente.simulator.kong.proxy.wire.Headers;
import io.entente.simulator.kong.proxy.wire.Wire;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code jwt}: tokens in query, cookies and headers; two different ones are refused. */
final class Jwt extends Authentication {

  private static final Pattern BEARER = Pattern.compile("\\s*[Bb]earer\\s+(.+)");

  @Override
  public String name() {
    return "jwt";
  }

  @Override
  public int priority() {
    return 1450;
  }

  @Override
  String identifier(JsonNode credential) {
    return Json.text(credential, "key", "");
  }

  @Override
  Optional<Answer> authenticate(Exchange exchange, JsonNode config) {
    Set<String> tokens = tokens(exchange, config);
    if (tokens.isEmpty()) {
      return refuse(config, "", message("Unauthorized"));
    }
    if (tokens.size() > 1) {
      return invalid(config, "Multiple tokens provided");
    }
    JwtToken token;
    try {
      token = JwtToken.parse(tokens.iterator().next());
    } catch (JwtToken.Malformed malformed) {
      return invalid(config, "Bad token; " + malformed.getMessage());
    }
    String name = Wire.text(Json.text(config, "key_claim_name", "iss"));
    JsonNode key =
        token.claims().hasNonNull(name) ? token.claims().get(name) : token.header().path(name);
    if (key.isMissingNode() || key.isNull()) {
      return invalid(config, "No mandatory '" + name + "' in claims");
    }
    if (!key.isTextual()) {
      throw new IllegalStateException("the key claim is not a string");
    }
    if (key.asText().isEmpty()) {
      return invalid(config, "Invalid '" + name + "' in claims");
    }
    Optional<JsonNode> credential =
        exchange.snapshot().credential("jwts", "key", Wire.of(key.asText()));
    if (credential.isEmpty()) {
      return invalid(config, "No credentials found for given '" + name + "'");
    }
    Optional<Answer> refused = verify(token, credential.get(), config);
    if (refused.isEmpty()) {
      identify(exchange, owner(exchange, credential.get()), credential);
    }
    return refused;
  }

  private static Optional<Answer> verify(JwtToken token, JsonNode credential, JsonNode config) {
    String algorithm = Json.text(credential, "algorithm", "HS256");
    if (!token.header().path("alg").asText("").equals(algorithm)) {
      return invalid(config, "Invalid algorithm");
    }
    boolean valid;
    if (algorithm.startsWith("HS")) {
      String secret = Json.text(credential, "secret", "");
      boolean encoded = Json.flag(config, "secret_is_base64", false);
      byte[] bytes = encoded ? JwtToken.decode(secret) : Wire.bytes(secret);
      valid = JwtSignature.valid(token, algorithm, bytes);
    } else {
      Optional<String> pem = Json.text(credential, "rsa_public_key");
      if (pem.isEmpty()) {
        return invalid(config, "Invalid key/secret");
      }
      valid = JwtSignature.valid(token, algorithm, pem.get());
    }
    if (!valid) {
      return invalid(config, "Invalid signature");
    }
    ObjectNode errors = JwtClaims.errors(token.claims(), config);
    return errors.isEmpty() ? Optional.empty() : refuse(config, " error=\"invalid_token\"", errors);
  }

  private static Set<String> tokens(Exchange exchange, JsonNode config) {
    var tokens = new LinkedHashSet<String>();
    QueryString query = QueryString.parse(exchange.outgoing().query());
    for (String name : Json.texts(config, "uri_param_names")) {
      query.all(name).stream().filter(t -> !QueryString.isBare(t)).forEach(tokens::add);
    }
    Headers headers = exchange.outgoing().headers();
    for (String name : Json.texts(config, "cookie_names")) {
      Cookies.value(headers, name).ifPresent(tokens::add);
    }
    for (String name : Json.texts(config, "header_names")) {
      Matcher bearer = BEARER.matcher(headers.first(name).orElse(""));
      if (bearer.find()) {
        tokens.add(bearer.group(1));
      }
    }
    tokens.remove("");
    return tokens;
  }

  private static Optional<Answer> invalid(JsonNode config, String message) {
    return refuse(config, " error=\"invalid_token\"", message(message));
  }

  private static ObjectNode message(String message) {
    return Json.MAPPER.createObjectNode().put("message", message);
  }

  private static Optional<Answer> refuse(JsonNode config, String error, ObjectNode body) {
    String realm = Json.text(config, "realm").map(r -> " realm=\"" + r + "\"").orElse("");
    return Optional.of(
        Answer.json(401, body, Headers.of("WWW-Authenticate", "Bearer" + realm + error)));
  }
}
