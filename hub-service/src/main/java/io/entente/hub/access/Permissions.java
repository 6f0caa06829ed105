package io.entente.hub.access;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Every permission there is; each operation names one. */
public final class Permissions {

  public static final SortedSet<String> ALL =
      Collections.unmodifiableSortedSet(
          new TreeSet<>(
              Set.of(
                  "gateways:read",
                  "gateways:write",
                  "apis:read",
                  "apis:write",
                  "policies:read",
                  "policies:write",
                  "plans:read",
                  "plans:write",
                  "plans:approve",
                  "drift:read",
                  "drift:decide",
                  "traffic:read",
                  "traffic:write",
                  "native:write",
                  "audit:read",
                  "tokens:admin")));

  private Permissions() {}
}
