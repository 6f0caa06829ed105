package io.entente.translator.kong.reverse;

import io.entente.policy.JsonThreat;
import io.entente.policy.OtherBodies;
import io.entente.policy.PolicyKind;
import io.entente.translator.kong.emit.JsonThreatEmitter;
import java.util.List;
import java.util.Map;

/** json-threat-protection. */
final class JsonThreatReader implements PluginReader {

  @Override
  public String plugin() {
    return JsonThreatEmitter.PLUGIN;
  }

  @Override
  public List<PolicyKind> kinds(Config config, Where where) {
    if (!config.text("enforcement_mode").orElse("").equals("block")) {
      throw new NotSaid("it does not block what it finds");
    }
    return List.of(
        new JsonThreat(
            most(config, "max_container_depth"),
            most(config, "max_array_element_count"),
            most(config, "max_object_entry_count"),
            most(config, "max_object_entry_name_length"),
            most(config, "max_string_value_length"),
            most(config, "max_body_size"),
            config.flag("allow_non_json_requests") ? OtherBodies.PASS : OtherBodies.DENY));
  }

  static int most(Config config, String field) {
    long number =
        config
            .whole(field)
            .filter(most -> most >= 0)
            .orElseThrow(() -> new NotSaid("it sets no limit by " + field));
    return (int) Math.min(number, Integer.MAX_VALUE);
  }

  @Override
  public Map<String, String> sentences() {
    return Map.of(
        "config.allow_duplicate_object_entry_name",
            "An object that has a name twice is refused; a policy counts it twice.",
        "config.error_status_code", "What is refused gets another status than 400.",
        "config.error_message", "What is refused is told in other words.");
  }
}
