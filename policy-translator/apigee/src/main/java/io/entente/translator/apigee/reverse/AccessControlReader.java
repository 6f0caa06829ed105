package io.entente.translator.apigee.reverse;

import io.entente.policy.Cidr;
import io.entente.policy.IpAddress;
import io.entente.policy.IpFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** AccessControl: {@code ipFilter}, where what is denied is asked first. */
final class AccessControlReader implements PolicyReader {

  private static final Set<Cidr> ALL_OF_V4 =
      Set.of(Cidr.parse("0.0.0.0/1"), Cidr.parse("128.0.0.0/1"));
  private static final Set<Cidr> ALL_OF_V6 = Set.of(Cidr.parse("::/1"), Cidr.parse("8000::/1"));

  @Override
  public String type() {
    return "AccessControl";
  }

  @Override
  public Meaning read(PolicyElement policy, Run run) throws Unsaid {
    Steps.requireRequest(run);
    policy.only(
        Steps.ATTRIBUTES,
        Steps.children(
            "IPRules", "ClientIPVariable", "ValidateBasedOn", "IgnoreTrueClientIPHeader"));
    var beyond = new TreeMap<String, String>();
    address(policy, beyond);
    PolicyElement rules = policy.child("IPRules").orElseThrow(() -> new Unsaid("has no IPRules"));
    rules.only(Set.of("noRuleMatchAction"), Set.of("MatchRule"));
    var allow = new ArrayList<Cidr>();
    var deny = new ArrayList<Cidr>();
    for (PolicyElement rule : rules.children("MatchRule")) {
      rule.only(Set.of("action"), Set.of("SourceAddress"));
      boolean allows = allows("action", rule.attribute("action").orElse(""));
      if (!allows && !allow.isEmpty()) {
        throw new Unsaid("allows some addresses before it denies others; ipFilter denies first");
      }
      for (PolicyElement source : rule.children("SourceAddress")) {
        Cidr range = range(source);
        List<Cidr> list = allows ? allow : deny;
        if (!list.contains(range)) {
          list.add(range);
        }
      }
    }
    boolean rest =
        allows("noRuleMatchAction", rules.attribute("noRuleMatchAction").orElse("ALLOW"));
    return Meaning.of(() -> new IpFilter(known(allow, deny, rest), whole(deny)), beyond);
  }

  /** Whom nobody names: everybody passes in an ipFilter that allows nobody by name. */
  private static List<Cidr> known(List<Cidr> allow, List<Cidr> deny, boolean rest) {
    if (rest) {
      if (deny.isEmpty()) {
        throw new IllegalArgumentException("it denies nobody");
      }
      return List.of();
    }
    if (allow.isEmpty()) {
      throw new IllegalArgumentException("it allows nobody");
    }
    return whole(allow);
  }

  /** Two halves are written where Apigee does not take the whole. */
  private static List<Cidr> whole(List<Cidr> ranges) {
    var all = new ArrayList<>(ranges);
    merge(all, ALL_OF_V4, Cidr.parse("0.0.0.0/0"));
    merge(all, ALL_OF_V6, Cidr.parse("::/0"));
    return all;
  }

  private static void merge(List<Cidr> ranges, Set<Cidr> halves, Cidr whole) {
    if (ranges.containsAll(halves)) {
      ranges.removeAll(halves);
      if (!ranges.contains(whole)) {
        ranges.add(whole);
      }
    }
  }

  private static boolean allows(String what, String action) throws Unsaid {
    return switch (action) {
      case "ALLOW" -> true;
      case "DENY" -> false;
      default ->
          throw new Unsaid("has the %s '%s', neither ALLOW nor DENY".formatted(what, action));
    };
  }

  private static Cidr range(PolicyElement source) throws Unsaid {
    source.only(Set.of("mask"), Set.of());
    String text = source.text();
    Optional<IpAddress> address = IpAddress.parse(text);
    if (address.isEmpty() || text.contains("/")) {
      throw new Unsaid("has the SourceAddress '%s', which is no address".formatted(text));
    }
    int width = address.get().family().width();
    String mask = source.attribute("mask").orElse(Integer.toString(width));
    long prefix = PolicyElement.number("mask", mask);
    if (prefix < 1 || prefix > width) {
      throw new Unsaid("has the mask %d, which is not in 1..%d".formatted(prefix, width));
    }
    return Cidr.around(address.get(), (int) prefix);
  }

  private static void address(PolicyElement policy, SortedMap<String, String> beyond)
      throws Unsaid {
    Optional<String> variable = policy.value("ClientIPVariable");
    if (variable.isPresent()) {
      if (!variable.get().equals("client.resolved.ip")) {
        throw new Unsaid(
            "judges the flow variable %s, of which it is not known whether it is the caller's address"
                .formatted(variable.get()));
      }
      return;
    }
    String based = policy.value("ValidateBasedOn").orElse("X_FORWARDED_FOR_ALL_IP");
    String which =
        switch (based) {
          case "X_FORWARDED_FOR_ALL_IP" -> "every address";
          case "X_FORWARDED_FOR_FIRST_IP" -> "the first address";
          case "X_FORWARDED_FOR_LAST_IP" -> "the last address";
          default ->
              throw new Unsaid("has ValidateBasedOn '%s', which is not known".formatted(based));
        };
    String first =
        policy.flag("IgnoreTrueClientIPHeader", false)
            ? ""
            : "the header True-Client-IP where a request has it, else ";
    beyond.put(
        "ValidateBasedOn",
        "It judges " + first + which + " of X-Forwarded-For, not the connection's.");
  }
}
