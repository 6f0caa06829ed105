package io.entente.simulator.kong.entity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What single types do to what was given, before and after the schema has judged it. */
final class Habits {

  private static final String DEFAULT_TARGET_PORT = "8000";

  private Habits() {}

  /** Changes the given fields in place. */
  static void before(EntityType type, ObjectNode given) {
    switch (type.name()) {
      case "services" -> ServiceUrl.expand(given);
      case "targets" -> target(given);
      default -> {
        // as given
      }
    }
  }

  /** Adds violations that only a function finds. */
  static void check(EntityType type, ObjectNode entity, ObjectNode errors) {
    if (type.name().equals("ca_certificates")
        && errors.isEmpty()
        && !Pem.isAuthority(entity.path("cert").asText())) {
      errors
          .putArray("@entity")
          .add(
              "certificate does not appear to be a CA because it is missing the \"CA\" basic constraint");
    }
  }

  /**
   * Changes a valid entity in place, as it will be stored.
   *
   * @param given what the request said: a password that was not given is hashed already
   */
  static void after(EntityType type, ObjectNode entity, ObjectNode given) {
    switch (type.name()) {
      case "basicauth_credentials" -> {
        if (given.has("password")) {
          String salted =
              entity.path("password").asText() + entity.path("consumer").path("id").asText();
          entity.put("password", sha1(salted));
        }
      }
      case "ca_certificates" -> entity.put("cert_digest", Pem.digest(entity.path("cert").asText()));
      default -> {
        // as it is
      }
    }
  }

  private static void target(ObjectNode given) {
    JsonNode target = given.path("target");
    if (!target.isTextual() || target.asText().isEmpty()) {
      return;
    }
    String text = target.asText();
    int colon = text.lastIndexOf(':');
    boolean isIpv6 = text.indexOf(':') != colon;
    boolean hasPort = isIpv6 ? text.contains("]:") : colon >= 0;
    String host = hasPort ? text.substring(0, colon) : text;
    String port = hasPort ? text.substring(colon + 1) : DEFAULT_TARGET_PORT;
    if (!port.matches("\\d{1,5}")
        || Integer.parseInt(port) > 65535
        || Texts.host(host).isPresent()) {
      throw Refusal.schema("target", "Invalid target; not a valid hostname or ip address");
    }
    String bracketed = isIpv6 && !host.startsWith("[") ? "[" + host + "]" : host;
    given.set("target", TextNode.valueOf(bracketed + ":" + port));
  }

  private static String sha1(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
