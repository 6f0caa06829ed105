package io.entente.translator.envoy;

import io.entente.model.tree.Node;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;

/**
 * What emitted RBAC rules do, as Envoy 1.40 does it: a rule that matches denies, and the spellings
 * of an IPv4 address are different addresses.
 */
final class RbacInterpreter {

  private static final BigInteger MAPPED = BigInteger.valueOf(0xffff).shiftLeft(32);

  private record Address(int width, BigInteger bits) {

    static Address of(String literal) {
      try {
        byte[] bytes = InetAddress.getByName(literal).getAddress();
        var bits = new BigInteger(1, bytes);
        if (!literal.contains(":")) {
          return new Address(32, bits);
        }
        // Java, unlike Envoy, makes IPv4 of it
        return new Address(128, bytes.length == 4 ? bits.add(MAPPED) : bits);
      } catch (UnknownHostException e) {
        throw new IllegalArgumentException(literal, e);
      }
    }
  }

  private RbacInterpreter() {}

  /** Names of the rules that match a client. */
  static List<String> matching(Node rules, String client) {
    Map<String, Node> policies = ((Node.Obj) Requests.field(rules, "policies")).fields();
    return policies.entrySet().stream()
        .filter(policy -> any(Requests.items(policy.getValue(), "principals"), client))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean any(List<Node> principals, String client) {
    return principals.stream().anyMatch(principal -> holds(principal, client));
  }

  private static boolean holds(Node principal, String client) {
    var only = ((Node.Obj) principal).fields().entrySet().iterator().next();
    return switch (only.getKey()) {
      case "or_ids" -> any(Requests.items(only.getValue(), "ids"), client);
      case "and_ids" ->
          Requests.items(only.getValue(), "ids").stream().allMatch(id -> holds(id, client));
      case "not_id" -> !holds(only.getValue(), client);
      case "remote_ip" -> within(only.getValue(), Address.of(client));
      default -> throw new IllegalArgumentException("principal " + only.getKey());
    };
  }

  private static boolean within(Node range, Address client) {
    Address first = Address.of(Requests.text(Requests.field(range, "address_prefix")));
    int host = first.width() - (int) Requests.number(Requests.field(range, "prefix_len"));
    return first.width() == client.width()
        && first.bits().shiftRight(host).equals(client.bits().shiftRight(host));
  }
}
