package io.entente.translator.kong.reverse;

import io.entente.policy.Cidr;
import io.entente.policy.IpFilter;
import io.entente.policy.PolicyKind;
import io.entente.translator.kong.emit.IpFilterEmitter;
import java.util.List;
import java.util.Map;

/** ip-restriction. */
final class IpFilterReader implements PluginReader {

  private static final String SPELLING =
      "The ranges are in another order or spelling, or listed and empty; they are the same"
          + " addresses.";

  @Override
  public String plugin() {
    return IpFilterEmitter.PLUGIN;
  }

  @Override
  public List<PolicyKind> kinds(Config config, Where where) {
    return List.of(new IpFilter(ranges(config, "allow"), ranges(config, "deny")));
  }

  private static List<Cidr> ranges(Config config, String list) {
    return config.texts(list).stream().map(Cidr::parse).toList();
  }

  @Override
  public Map<String, String> sentences() {
    return Map.of(
        "config.allow",
        SPELLING,
        "config.deny",
        SPELLING,
        "config.status",
        "Refused callers get another status than that of a policy, which is 403.",
        "config.message",
        "Refused callers get another text than that of a policy.");
  }
}
