package io.entente.translator.kong.reverse;

import io.entente.policy.AccessBlock;
import io.entente.policy.PolicyKind;
import io.entente.translator.kong.emit.AccessBlockEmitter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** request-termination, where it answers every request. */
final class AccessBlockReader implements PluginReader {

  private static final String JSON = "application/json";

  @Override
  public String plugin() {
    return AccessBlockEmitter.PLUGIN;
  }

  @Override
  public List<PolicyKind> kinds(Config config, Where where) {
    if (config.at("trigger").isPresent()) {
      throw new NotSaid("it answers only requests that carry its trigger");
    }
    if (config.flag("echo")) {
      throw new NotSaid("it answers with the request, and a policy with a fixed text");
    }
    long status = config.whole("status_code").orElseThrow(() -> new NotSaid("it names no status"));
    if (status < 400 || status > 599) {
      throw new NotSaid("it answers with a status outside 400 to 599, so it is no block");
    }
    String body = config.text("body").or(() -> config.text("message")).orElse("");
    return List.of(new AccessBlock((int) status, type(config), body));
  }

  private static String type(Config config) {
    String type = config.text("content_type").orElse(JSON).toLowerCase(Locale.ROOT);
    int parameters = type.indexOf(';');
    return (parameters < 0 ? type : type.substring(0, parameters)).strip();
  }

  @Override
  public Map<String, String> sentences() {
    return Map.of(
        "config.message", "The text is put into a JSON object; a policy answers the text alone.",
        "config.body", "No body is set, so that Kong answers a message of its own.",
        "config.content_type",
            "The media type is not set or has parameters; a policy says type and subtype.");
  }
}
