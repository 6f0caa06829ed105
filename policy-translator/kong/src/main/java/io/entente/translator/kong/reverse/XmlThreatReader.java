package io.entente.translator.kong.reverse;

import io.entente.policy.OtherBodies;
import io.entente.policy.PolicyKind;
import io.entente.policy.XmlThreat;
import io.entente.translator.kong.emit.XmlThreatConfig;
import io.entente.translator.kong.emit.XmlThreatEmitter;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** xml-threat-protection. */
final class XmlThreatReader implements PluginReader {

  private static final String FINER =
      "A policy has one number for names, one for texts and one for values; here they differ.";

  @Override
  public String plugin() {
    return XmlThreatEmitter.PLUGIN;
  }

  @Override
  public List<PolicyKind> kinds(Config config, Where where) {
    if (config.flag("allow_dtd")) {
      throw new NotSaid("it lets document types through");
    }
    if (!config.texts("checked_content_types").equals(XmlThreatConfig.CHECKED)) {
      throw new NotSaid("it reads other types than a policy does");
    }
    List<String> unread = config.texts("allowed_content_types");
    if (!Set.of(List.of(), XmlThreatConfig.PASSING).contains(unread)) {
      throw new NotSaid("it lets types pass unread that a policy does not");
    }
    return List.of(
        new XmlThreat(
            JsonThreatReader.most(config, "max_depth"),
            JsonThreatReader.most(config, "max_children"),
            JsonThreatReader.most(config, "max_attributes"),
            JsonThreatReader.most(config, "localname"),
            JsonThreatReader.most(config, "text"),
            JsonThreatReader.most(config, "attribute"),
            JsonThreatReader.most(config, "document"),
            unread.isEmpty() ? OtherBodies.DENY : OtherBodies.PASS));
  }

  @Override
  public Map<String, String> sentences() {
    return Map.ofEntries(
        Map.entry("config.max_namespaces", FINER),
        Map.entry("config.prefix", FINER),
        Map.entry("config.pitarget", FINER),
        Map.entry("config.comment", FINER),
        Map.entry("config.pidata", FINER),
        Map.entry("config.namespaceuri", FINER),
        Map.entry("config.buffer", "What is not understood yet has a limit of its own."));
  }
}
