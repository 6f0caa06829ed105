package io.entente.hub.traffic.store;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * Where a page of events ended: what comes after is older, or of the same time and later by name.
 */
public record EventPlace(Instant time, String gateway, String id) {

  private static final int LONGEST = 4096;

  /** The place as callers keep it. */
  public String text() {
    String plain = StoredEvent.micros(time) + "\n" + gateway + "\n" + id;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /** The place of a text; empty where it is none. */
  public static Optional<EventPlace> of(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      String[] parts = plain.split("\n", 3);
      return parts.length < 3
          ? Optional.empty()
          : Optional.of(
              new EventPlace(StoredEvent.instant(Long.parseLong(parts[0])), parts[1], parts[2]));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }
}
