package io.entente.simulator.kong.proxy.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import io.entente.simulator.kong.proxy.config.Json;
import io.entente.simulator.kong.proxy.exchange.Answer;
import io.entente.simulator.kong.proxy.exchange.Exchange;
import io.entente.simulator.kong.proxy.wire.Headers;
import io.entente.simulator.kong.proxy.wire.Wire;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code basic-auth}: Proxy-Authorization before Authorization. */
final class BasicAuth extends Authentication {

  private static final Pattern SCHEME = Pattern.compile("\\s*[Bb]asic\\s*(.+)");

  private record Pair(String user, String password) {}

  @Override
  public String name() {
    return "basic-auth";
  }

  @Override
  public int priority() {
    return 1100;
  }

  @Override
  String identifier(JsonNode credential) {
    return Json.text(credential, "username", "");
  }

  @Override
  Optional<Answer> authenticate(Exchange exchange, JsonNode config) {
    boolean hide = Json.flag(config, "hide_credentials", false);
    Headers headers = exchange.outgoing().headers();
    if (!headers.has("authorization") && !headers.has("proxy-authorization")) {
      return refuse(exchange, config);
    }
    Optional<Pair> given = retrieve(headers, "proxy-authorization", hide);
    Optional<JsonNode> credential = given.flatMap(pair -> stored(exchange, pair));
    if (credential.isEmpty()) {
      given = retrieve(headers, "authorization", hide);
      credential = given.flatMap(pair -> stored(exchange, pair));
    }
    if (credential.isEmpty() || given.isEmpty()) {
      return refuse(exchange, config);
    }
    String salt = Json.reference(credential.get(), "consumer");
    String hash = sha1(given.get().password() + salt);
    if (!hash.equals(Json.text(credential.get(), "password", ""))) {
      return refuse(exchange, config);
    }
    identify(exchange, owner(exchange, credential.get()), credential);
    return Optional.empty();
  }

  private static Optional<JsonNode> stored(Exchange exchange, Pair pair) {
    return exchange.snapshot().credential("basic-auths", "username", pair.user());
  }

  private static Optional<Pair> retrieve(Headers headers, String name, boolean hide) {
    Matcher scheme = SCHEME.matcher(headers.first(name).orElse(""));
    if (hide) {
      headers.remove(name);
    }
    if (!scheme.find()) {
      return Optional.empty();
    }
    String decoded = decode(scheme.group(1));
    int colon = decoded.indexOf(':');
    return colon < 1
        ? Optional.empty()
        : Optional.of(new Pair(decoded.substring(0, colon), decoded.substring(colon + 1)));
  }

  // Whatever follows the first padding sign is ignored.
  private static String decode(String base64) {
    int padding = base64.indexOf('=');
    String data = padding < 0 ? base64 : base64.substring(0, padding);
    try {
      return Wire.of(Base64.getDecoder().decode(data));
    } catch (IllegalArgumentException notBase64) {
      return "";
    }
  }

  private static String sha1(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-1").digest(Wire.bytes(text));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK has no SHA-1", e);
    }
  }

  private static Optional<Answer> refuse(Exchange exchange, JsonNode config) {
    String challenge = "Basic realm=\"" + Json.text(config, "realm", "service") + "\"";
    return Optional.of(
        exchange.error(401, "Unauthorized", Headers.of("WWW-Authenticate", challenge)));
  }
}
