package io.entente.simulator.kong.declarative;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Ids that follow from names, so that the same configuration gets the same ids again. */
final class NameIds {

  private static final UUID ROOT = UUID.fromString("fd02801f-0957-4a15-a55a-c8d9606f30b5");

  /** Types that are told apart by several fields, or by one in a longer form. */
  private static final Map<String, List<String>> CACHE_KEYS =
      Map.of(
          "plugins", List.of("name", "route", "service", "consumer"),
          "upstreams", List.of("name"),
          "targets", List.of("upstream", "target"),
          "snis", List.of("name"),
          "vaults", List.of("prefix"),
          "keys", List.of("kid", "set"),
          "basicauth_credentials", List.of("username"),
          "hmacauth_credentials", List.of("username"),
          "acls", List.of("consumer", "group"));

  private NameIds() {}

  /** The id of an entity without one; empty when nothing names it for good. */
  static Optional<String> of(Item item, String parentId) {
    String type = item.type().name();
    List<String> cacheKey = CACHE_KEYS.get(type);
    if (cacheKey != null) {
      var key = new StringBuilder(type).append(":*");
      for (String field : cacheKey) {
        JsonNode value = item.fields().path(field);
        String part = field.equals(item.parentField()) ? parentId : text(value);
        key.append(':').append(part);
      }
      return Optional.of(name(type, key.toString()));
    }
    boolean isRandom = type.equals("keyauth_credentials") || type.equals("jwt_secrets");
    return item.type()
        .endpointKey()
        .filter(field -> !isRandom && item.fields().path(field).isTextual())
        .map(field -> name(type, item.fields().path(field).asText()));
  }

  private static String text(JsonNode value) {
    return value.isTextual() ? value.asText() : value.path("id").asText("");
  }

  private static String name(String type, String name) {
    return version5(version5(ROOT, type), name).toString();
  }

  private static UUID version5(UUID namespace, String name) {
    byte[] hash;
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      sha1.update(
          ByteBuffer.allocate(16)
              .putLong(namespace.getMostSignificantBits())
              .putLong(namespace.getLeastSignificantBits())
              .array());
      hash = sha1.digest(name.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    ByteBuffer bytes = ByteBuffer.wrap(hash);
    long most = (bytes.getLong() & ~0xf000L) | 0x5000L;
    long least = (bytes.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
    return new UUID(most, least);
  }
}
