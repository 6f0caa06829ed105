package io.entente.policy;

import java.util.HashSet;
import java.util.List;

/**
 * Only clients of some addresses; others are answered 403.
 *
 * @param allow who may come; empty means everybody who is not denied
 * @param deny who may not, allowed or not
 */
public record IpFilter(List<Cidr> allow, List<Cidr> deny) implements PolicyKind {

  public IpFilter {
    if (allow.isEmpty() && deny.isEmpty()) {
      throw new IllegalArgumentException("ipFilter has no entry in allow or deny");
    }
    refuseTwins("allow", allow);
    refuseTwins("deny", deny);
    allow = List.copyOf(allow);
    deny = List.copyOf(deny);
  }

  @Override
  public String kindName() {
    return "ipFilter";
  }

  @Override
  public Combine combine() {
    return Combine.ALL_APPLY;
  }

  private static void refuseTwins(String list, List<Cidr> ranges) {
    var seen = new HashSet<Cidr>();
    for (Cidr range : ranges) {
      if (!seen.add(range)) {
        throw new IllegalArgumentException(list + " has " + range + " twice");
      }
    }
  }
}
