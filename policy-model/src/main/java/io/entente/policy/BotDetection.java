package io.entente.policy;

import java.util.HashSet;
import java.util.List;

/**
 * Callers whose User-Agent says that they are unwanted are answered 403.
 *
 * @param deny who is unwanted: patterns of {@link PlainPattern}, found anywhere in the header
 * @param allow who is wanted all the same
 * @param onMissing what becomes of a request without the header
 */
public record BotDetection(List<String> deny, List<String> allow, OnMissing onMissing)
    implements PolicyKind {

  public BotDetection {
    if (deny.isEmpty()) {
      throw new IllegalArgumentException("botDetection denies nobody");
    }
    check("deny", deny);
    check("allow", allow);
    deny = List.copyOf(deny);
    allow = List.copyOf(allow);
  }

  @Override
  public String kindName() {
    return "botDetection";
  }

  @Override
  public Combine combine() {
    return Combine.ALL_APPLY;
  }

  private static void check(String list, List<String> patterns) {
    var seen = new HashSet<String>();
    for (String pattern : patterns) {
      PlainPattern.require(pattern);
      if (!seen.add(pattern)) {
        throw new IllegalArgumentException(list + " has '" + pattern + "' twice");
      }
    }
  }

  /** What becomes of who does not say what it is. */
  public enum OnMissing {
    PASS,
    DENY
  }
}
