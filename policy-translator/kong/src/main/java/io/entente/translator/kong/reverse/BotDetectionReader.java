package io.entente.translator.kong.reverse;

import io.entente.policy.BotDetection;
import io.entente.policy.BotDetection.OnMissing;
import io.entente.policy.PolicyKind;
import io.entente.translator.AnyPattern;
import io.entente.translator.kong.emit.AgentPattern;
import io.entente.translator.kong.emit.BotDetectionEmitter;
import java.util.List;
import java.util.Map;

/**
 * bot-detection, where its built-in list of bots is never asked. With the list no policy means it:
 * what is in it depends on the version.
 */
final class BotDetectionReader implements PluginReader {

  @Override
  public String plugin() {
    return BotDetectionEmitter.PLUGIN;
  }

  @Override
  public List<PolicyKind> kinds(Config config, Where where) {
    List<String> wanted = config.texts("allow");
    if (wanted.size() != 1
        || !config.texts("deny").equals(List.of(BotDetectionEmitter.EVERYBODY))
        || !wanted.get(0).startsWith(BotDetectionEmitter.EVERYBODY + "(?:(?")) {
      throw new NotSaid("it asks its built-in list of bots too, which no policy means");
    }
    return AnyPattern.groups(wanted.get(0).substring(1), "")
        .orElseThrow(BotDetectionReader::another)
        .stream()
        .<PolicyKind>map(BotDetectionReader::rule)
        .toList();
  }

  /**
   * @param policy between {@code (?:} and its end
   */
  private static BotDetection rule(String policy) {
    List<String> allow = List.of();
    String rest = policy;
    if (rest.startsWith(AgentPattern.FOUND)) {
      int end = AnyPattern.end(rest);
      if (end < 0 || !rest.startsWith("|", end + 1)) {
        throw another();
      }
      allow = patterns(rest.substring(0, end + 1), AgentPattern.FOUND);
      rest = rest.substring(end + 2);
    }
    return new BotDetection(patterns(rest, AgentPattern.NOT_FOUND), allow, OnMissing.PASS);
  }

  private static List<String> patterns(String text, String start) {
    if (!text.startsWith(start)
        || text.length() < start.length() + 2
        || AnyPattern.end(text) != text.length() - 1) {
      throw another();
    }
    return AnyPattern.read(text.substring(start.length(), text.length() - 2))
        .orElseThrow(BotDetectionReader::another);
  }

  private static NotSaid another() {
    return new NotSaid("config.allow is no pattern of a policy");
  }

  @Override
  public Map<String, String> sentences() {
    return Map.of(
        "config.allow", "The same is written in another order.",
        "config.deny", "The same is written in another order.");
  }
}
