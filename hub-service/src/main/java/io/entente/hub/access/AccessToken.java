package io.entente.hub.access;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One token as it is kept and shown: never the token itself.
 *
 * @param usedAt when it was last taken, at most a minute old; absent before the first time
 */
public record AccessToken(
    String name,
    SortedSet<String> permissions,
    Instant createdAt,
    Optional<Instant> expiresAt,
    Optional<Instant> usedAt) {

  /** One that was never used. */
  AccessToken(
      String name, SortedSet<String> permissions, Instant createdAt, Optional<Instant> expiresAt) {
    this(name, permissions, createdAt, expiresAt, Optional.empty());
  }

  public AccessToken {
    if (!name.matches("[a-z0-9][a-z0-9-]{0,62}")) {
      throw new IllegalArgumentException("token name '" + name + "' is not a-z, 0-9 and '-'");
    }
    for (String permission : permissions) {
      if (!Permissions.ALL.contains(permission)) {
        throw new IllegalArgumentException(
            "permission '" + permission + "' is not one of " + Permissions.ALL);
      }
    }
    permissions = Collections.unmodifiableSortedSet(new TreeSet<>(permissions));
  }
}
