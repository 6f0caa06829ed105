package io.entente.translator.apigee.emit;

import io.entente.policy.BotDetection;
import io.entente.policy.BotDetection.OnMissing;
import io.entente.translator.AnyPattern;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether an agent is refused, as a condition. The patterns have neither backslash nor brace nor
 * quote, whose meaning in a literal Apigee does not document, and they match whether Apigee looks
 * for them anywhere or holds them against all of the header.
 */
public final class AgentCondition {

  private static final String MISSING = "(request.header.user-agent = null)";
  private static final String FINDS = "(request.header.user-agent.values.string JavaRegex \"^.*(?:";
  private static final String END = ").*$\")";
  private static final Pattern FOUND =
      Pattern.compile(Pattern.quote(FINDS) + "([^\"]*)" + Pattern.quote(END));

  private AgentCondition() {}

  static String refused(BotDetection rule) {
    String unwanted = finds(rule.deny());
    if (!rule.allow().isEmpty()) {
      unwanted = "(" + unwanted + " and (!" + finds(rule.allow()) + "))";
    }
    return rule.onMissing() == OnMissing.DENY ? "(" + MISSING + " or " + unwanted + ")" : unwanted;
  }

  /** What a condition of ours may come from; whether it does is seen by writing it again. */
  public static Optional<BotDetection> read(String condition) {
    Matcher found = FOUND.matcher(condition);
    if (!found.find()) {
      return Optional.empty();
    }
    Optional<List<String>> deny = AnyPattern.read(found.group(1));
    Optional<List<String>> allow =
        found.find() ? AnyPattern.read(found.group(1)) : Optional.of(List.of());
    try {
      return deny.isEmpty() || allow.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new BotDetection(
                  deny.get(),
                  allow.get(),
                  condition.contains(MISSING) ? OnMissing.DENY : OnMissing.PASS));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String finds(List<String> patterns) {
    return FINDS + AnyPattern.of(patterns) + END;
  }
}
