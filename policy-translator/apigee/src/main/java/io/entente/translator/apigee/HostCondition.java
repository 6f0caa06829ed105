package io.entente.translator.apigee;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whether a request names one of some hosts, in any case and with any port. */
final class HostCondition {

  private static final Pattern OTHER = Pattern.compile("[^a-z0-9-]");

  private HostCondition() {}

  static String noneOf(List<String> hosts) {
    String names =
        hosts.stream().map(HostCondition::pattern).sorted().collect(Collectors.joining("|"));
    return "(request.header.host = null) or (!(request.header.host JavaRegex \"(?i)^("
        + names
        + ")(:[0-9]+)?$\"))";
  }

  /** Without a backslash: Apigee does not say what one means in a literal. */
  private static String pattern(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    boolean wild = lower.startsWith("*");
    return (wild ? ".+" : "") + OTHER.matcher(wild ? lower.substring(1) : lower).replaceAll("[$0]");
  }
}
