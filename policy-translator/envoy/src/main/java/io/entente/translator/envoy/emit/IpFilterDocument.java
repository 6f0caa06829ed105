package io.entente.translator.envoy.emit;

import io.entente.model.tree.Node;
import io.entente.policy.Cidr;
import io.entente.policy.IpAddress.Family;
import io.entente.policy.IpFilter;
import io.entente.policy.Policy;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Address filters as one {@code RBAC} message. Every policy is a rule that denies and bears the
 * policy's name, so that Envoy's access log and statistics say whose doing a refusal was; one that
 * matches is enough, so all policies hold and deny wins over allow.
 */
final class IpFilterDocument {

  private static final String PACKAGE = "envoy.extensions.filters.http.rbac.v3.";

  // Where IPv6 holds IPv4 addresses: ::ffff:0:0/96. Envoy tells the spellings apart, the policy
  // does not.
  private static final String MAPPED = "::ffff:";
  private static final int MAPPED_WIDTH = 96;
  private static final BigInteger MAPPED_FIRST = BigInteger.valueOf(0xffff).shiftLeft(32);

  private IpFilterDocument() {}

  /** The filter in the chain: does nothing on a route that says nothing. */
  static Node inert() {
    return Proto.any(PACKAGE + "RBAC");
  }

  static Node of(List<Policy> enforced, List<Policy> observed) {
    return of(enforced, observed, policy -> refused((IpFilter) policy.spec().kind()));
  }

  /**
   * @param refused whom a policy refuses, any of which is enough
   */
  static Node of(
      List<Policy> enforced, List<Policy> observed, Function<Policy, List<Node>> refused) {
    Node.Obj rbac = Proto.message("track_per_rule_stats", Node.bool(true));
    if (!enforced.isEmpty()) {
      rbac = rbac.with("rules", rules(enforced, refused));
    }
    if (!observed.isEmpty()) {
      rbac = rbac.with("shadow_rules", rules(observed, refused));
    }
    return Proto.any(PACKAGE + "RBACPerRoute").with("rbac", rbac);
  }

  /** Counts every request, under the name of each policy. */
  static Node watchingEverybody(List<Policy> policies) {
    return Proto.any(PACKAGE + "RBACPerRoute")
        .with(
            "rbac",
            Proto.message("track_per_rule_stats", Node.bool(true))
                .with("shadow_rules", rules(policies, policy -> List.of(anything()))));
  }

  private static Node rules(List<Policy> policies, Function<Policy, List<Node>> principals) {
    var byName = new TreeMap<String, Node>();
    for (Policy policy : policies) {
      byName.put(
          policy.id().policy().value(),
          Proto.message("permissions", Proto.list(anything()))
              .with("principals", Node.arr(principals.apply(policy))));
    }
    return Proto.message("action", "DENY").with("policies", Node.obj(byName));
  }

  private static Node anything() {
    return Proto.message("any", Node.bool(true));
  }

  /** Who is denied, or not allowed. */
  private static List<Node> refused(IpFilter filter) {
    var principals = new ArrayList<Node>(clients(filter.deny()));
    if (!filter.allow().isEmpty()) {
      principals.add(
          not(Proto.message("or_ids", Proto.message("ids", Node.arr(clients(filter.allow()))))));
    }
    return principals;
  }

  private static List<Node> clients(List<Cidr> ranges) {
    return ranges.stream().flatMap(IpFilterDocument::clients).toList();
  }

  private static Stream<Node> clients(Cidr range) {
    String first = range.address().toString();
    Node plain = remoteAddress(first, range.prefix());
    if (range.address().family() == Family.V4) {
      return Stream.of(plain, remoteAddress(MAPPED + first, MAPPED_WIDTH + range.prefix()));
    }
    return holdsMapped(range)
        ? Stream.of(
            Proto.message(
                "and_ids",
                Proto.message(
                    "ids",
                    Proto.list(plain, not(remoteAddress(MAPPED + "0.0.0.0", MAPPED_WIDTH))))))
        : Stream.of(plain);
  }

  private static boolean holdsMapped(Cidr range) {
    int host = Family.V6.width() - range.prefix();
    return MAPPED_FIRST.shiftRight(host).shiftLeft(host).equals(range.address().bits());
  }

  static Node.Obj not(Node principal) {
    return Proto.message("not_id", principal);
  }

  private static Node.Obj remoteAddress(String first, int prefix) {
    return Proto.message(
        "remote_ip",
        Proto.message("address_prefix", first).with("prefix_len", Node.number(prefix)));
  }
}
