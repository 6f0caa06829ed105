package io.entente.translator.kong.emit;

import io.entente.policy.BotDetection;
import io.entente.translator.AnyPattern;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Whom several policies let pass, as one pattern of PCRE that looks ahead from the start of the
 * header: for each policy that no denied pattern is found, or that an allowed one is.
 */
public final class AgentPattern {

  /** Before the pattern of what is not to be found. */
  public static final String NOT_FOUND = "(?!.*(?:";

  /** Before the pattern of what is to be found. */
  public static final String FOUND = "(?=.*(?:";

  private AgentPattern() {}

  static String of(List<BotDetection> rules) {
    return BotDetectionEmitter.EVERYBODY
        + rules.stream()
            .map(AgentPattern::passes)
            .distinct()
            .sorted()
            .collect(Collectors.joining());
  }

  private static String passes(BotDetection rule) {
    String unwanted = NOT_FOUND + AnyPattern.of(rule.deny()) + "))";
    return rule.allow().isEmpty()
        ? "(?:" + unwanted + ")"
        : "(?:" + FOUND + AnyPattern.of(rule.allow()) + "))|" + unwanted + ")";
  }
}
