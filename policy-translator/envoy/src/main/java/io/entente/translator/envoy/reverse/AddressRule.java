package io.entente.translator.envoy.reverse;

import io.entente.model.tree.Node;
import io.entente.policy.Cidr;
import io.entente.policy.IpAddress;
import io.entente.policy.IpFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One policy of {@code rbac} about addresses. */
final class AddressRule {

  private AddressRule() {}

  /** What a rule of ours may come from; whether it does is seen by emitting it. */
  static Optional<IpFilter> ours(Node rule) {
    var deny = new ArrayList<Cidr>();
    var allow = new ArrayList<Cidr>();
    for (Node principal : Trees.items(rule, "principals")) {
      if (Trees.at(principal, "not_id").isPresent()) {
        Trees.items(principal, "not_id", "or_ids", "ids")
            .forEach(id -> range(plain(id)).ifPresent(allow::add));
      } else {
        range(plain(principal)).ifPresent(deny::add);
      }
    }
    try {
      return Optional.of(new IpFilter(allow, deny));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * The ranges of a rule that asks for nothing else.
   *
   * @throws IllegalArgumentException it asks for more; the message says what
   */
  static List<Cidr> ranges(String name, Node rule, Map<String, String> unexpressed) {
    Node.Obj parts = Trees.object(rule).orElse(Node.obj());
    if (!Trees.only(parts, "permissions", "principals")) {
      throw new IllegalArgumentException("rule " + name + " has conditions");
    }
    List<Node> permissions = Trees.items(parts, "permissions");
    if (permissions.stream().noneMatch(p -> Trees.isTrue(p, "any"))) {
      throw new IllegalArgumentException("rule " + name + " is about some requests only");
    }
    var found = new ArrayList<Cidr>();
    for (Node principal : Trees.items(parts, "principals")) {
      collect(name, principal, unexpressed, found);
    }
    return found;
  }

  private static void collect(
      String name, Node principal, Map<String, String> unexpressed, List<Cidr> found) {
    Node.Obj who = Trees.object(principal).orElse(Node.obj());
    if (Trees.only(who, "or_ids") && !who.fields().isEmpty()) {
      Trees.items(who, "or_ids", "ids").forEach(id -> collect(name, id, unexpressed, found));
      return;
    }
    if (Trees.only(who, "direct_remote_ip")) {
      range(Trees.objectAt(who, "direct_remote_ip")).ifPresent(found::add);
      unexpressed.put(
          "rules.policies." + name,
          "The address is the peer's of the connection, whatever proxies say of the client.");
    } else {
      range(Trees.objectAt(who, "remote_ip")).ifPresent(found::add);
    }
    boolean address =
        who.fields().size() == 1
            && (who.field("remote_ip").isPresent() || who.field("direct_remote_ip").isPresent());
    boolean read =
        address
            && range(Trees.objectAt(who, who.fields().firstKey())).isPresent()
            && Trees.only(
                Trees.objectAt(who, who.fields().firstKey()), "address_prefix", "prefix_len");
    if (!read) {
      throw new IllegalArgumentException("rule " + name + " asks for more than an address");
    }
  }

  /** IPv4 addresses in IPv6 come with the IPv4 range that they belong to. */
  private static Node plain(Node principal) {
    Node first = Trees.items(principal, "and_ids", "ids").stream().findFirst().orElse(principal);
    Node.Obj range = Trees.objectAt(first, "remote_ip");
    boolean mapped =
        Trees.text(range, "address_prefix").filter(a -> a.matches("::ffff:.*\\..*")).isPresent();
    return mapped ? Node.obj() : range;
  }

  /** Without a length every address is in it, which is what Envoy does. */
  private static Optional<Cidr> range(Node range) {
    long length = Trees.whole(range, "prefix_len").orElse(0L);
    return Trees.text(range, "address_prefix")
        .flatMap(IpAddress::parse)
        .filter(address -> length >= 0 && length <= address.family().width())
        .map(address -> Cidr.around(address, (int) length));
  }
}
