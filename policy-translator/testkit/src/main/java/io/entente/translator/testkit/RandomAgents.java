package io.entente.translator.testkit;

import io.entente.policy.BotDetection;
import io.entente.policy.BotDetection.OnMissing;
import io.entente.policy.PlainPattern;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Patterns of agents and agents that they find or just miss, from a seed. */
public final class RandomAgents {

  private static final List<String> WORDS =
      List.of(
          "bot",
          "Bot",
          "curl",
          "okhttp",
          "axios",
          "Go-http-client",
          "Mozilla",
          "/",
          "1.1",
          " ",
          "(",
          ")",
          "x",
          "");

  private static final List<String> PARTS =
      List.of(
          "bot",
          "(?:bot|curl)",
          "(curl|x)",
          "[0-9]",
          "[.]",
          "[^a-z/-]",
          ".",
          "/",
          "x*",
          "[A-Zo]+",
          "( |/)?",
          "okhttp",
          "[(]",
          "-");

  private RandomAgents() {}

  public static BotDetection botDetection(Random random) {
    return botDetection(random, OnMissing.values()[random.nextInt(2)]);
  }

  public static BotDetection botDetection(Random random, OnMissing onMissing) {
    return new BotDetection(
        several(1 + random.nextInt(3), RandomAgents::pattern, random),
        several(random.nextInt(3), RandomAgents::pattern, random),
        onMissing);
  }

  /** So many, the same each time. */
  public static List<String> agents(int many) {
    var random = new Random(1);
    return IntStream.range(0, many).mapToObj(i -> agent(random)).toList();
  }

  /** One that refuses some of these and not all, and of which each pattern has a say in it. */
  public static BotDetection telling(List<String> agents, Random random) {
    while (true) {
      BotDetection rule = botDetection(random);
      List<String> refused = refused(agents, rule.deny(), rule.allow());
      boolean each =
          rule.deny().stream()
                  .noneMatch(
                      p -> refused(agents, without(rule.deny(), p), rule.allow()).equals(refused))
              && rule.allow().stream()
                  .noneMatch(
                      p -> refused(agents, rule.deny(), without(rule.allow(), p)).equals(refused));
      if (each && refused.size() < agents.size()) {
        return rule;
      }
    }
  }

  private static List<String> refused(List<String> agents, List<String> deny, List<String> allow) {
    return agents.stream().filter(agent -> finds(deny, agent) && !finds(allow, agent)).toList();
  }

  private static List<String> without(List<String> patterns, String pattern) {
    return patterns.stream().filter(p -> !p.equals(pattern)).toList();
  }

  private static boolean finds(List<String> patterns, String agent) {
    return patterns.stream().anyMatch(p -> Pattern.compile(p).matcher(agent).find());
  }

  /** One that is well formed, and often found. */
  public static String pattern(Random random) {
    var pattern = new StringBuilder(random.nextInt(3) == 0 ? "(?i)" : "");
    pattern.append(random.nextInt(4) == 0 ? "^" : "");
    IntStream.rangeClosed(0, random.nextInt(3))
        .forEach(i -> pattern.append(PARTS.get(random.nextInt(PARTS.size()))));
    pattern.append(random.nextInt(5) == 0 ? "$" : "");
    PlainPattern.require(pattern.toString());
    return pattern.toString();
  }

  /** What a caller may call itself; without spaces at its ends, which no server keeps. */
  public static String agent(Random random) {
    var agent = new StringBuilder();
    IntStream.rangeClosed(0, random.nextInt(5))
        .forEach(i -> agent.append(WORDS.get(random.nextInt(WORDS.size()))));
    return agent.toString().strip();
  }

  private static List<String> several(int most, Function<Random, String> one, Random random) {
    return IntStream.range(0, most).mapToObj(i -> one.apply(random)).distinct().toList();
  }
}
