package io.entente.translator.apigee.emit;

import io.entente.policy.Cidr;
import io.entente.policy.IpFilter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * AccessControl: rules are tried in order and the first that matches decides, so what is denied
 * comes first.
 */
final class AccessControlPolicy {

  private AccessControlPolicy() {}

  static String file(String name, IpFilter filter, String addressVariable) {
    XmlDocument rules =
        XmlDocument.of("IPRules", "noRuleMatchAction", filter.allow().isEmpty() ? "ALLOW" : "DENY");
    if (!filter.deny().isEmpty()) {
      rules.with(rule("DENY", filter.deny()));
    }
    if (!filter.allow().isEmpty()) {
      rules.with(rule("ALLOW", filter.allow()));
    }
    return XmlDocument.policy("AccessControl", name)
        .with("ClientIPVariable", addressVariable)
        .with(rules)
        .file();
  }

  private static XmlDocument rule(String action, List<Cidr> ranges) {
    XmlDocument rule = XmlDocument.of("MatchRule", "action", action);
    ranges.stream()
        .flatMap(AccessControlPolicy::writable)
        .sorted(Comparator.comparing(Cidr::toString))
        .forEach(
            range ->
                rule.with(
                    XmlDocument.of("SourceAddress", "mask", Integer.toString(range.prefix()))
                        .text(range.address().toString())));
    return rule;
  }

  /** A mask of 0 is documented for one address only; two halves are the same. */
  private static Stream<Cidr> writable(Cidr range) {
    if (range.prefix() > 0) {
      return Stream.of(range);
    }
    return range.address().toString().contains(":")
        ? Stream.of(Cidr.parse("::/1"), Cidr.parse("8000::/1"))
        : Stream.of(Cidr.parse("0.0.0.0/1"), Cidr.parse("128.0.0.0/1"));
  }
}
