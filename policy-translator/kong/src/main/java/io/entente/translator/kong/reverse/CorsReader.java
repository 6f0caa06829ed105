package io.entente.translator.kong.reverse;

import io.entente.policy.Cors;
import io.entente.policy.PolicyKind;
import io.entente.translator.kong.emit.CorsEmitter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** cors, where it answers preflights itself and its origins are texts. */
final class CorsReader implements PluginReader {

  /** What browsers do where no age is said. */
  private static final long UNSAID_AGE = 5;

  /** What is written where no header is allowed; pages send it unasked. */
  private static final List<String> NO_HEADER = List.of("accept");

  @Override
  public String plugin() {
    return CorsEmitter.PLUGIN;
  }

  @Override
  public List<PolicyKind> kinds(Config config, Where where) {
    if (config.flag("preflight_continue")) {
      throw new NotSaid("the upstream answers preflights, and of a policy the gateway does");
    }
    List<String> origins =
        config.at("origins").isEmpty()
            ? List.of(Cors.ANY_ORIGIN)
            : config.texts("origins").stream().map(CorsReader::plain).toList();
    List<String> headers = lower(config.texts("headers"));
    return List.of(
        new Cors(
            origins,
            config.texts("methods"),
            headers.equals(NO_HEADER) ? List.of() : headers,
            lower(config.texts("exposed_headers")),
            config.flag("credentials"),
            Duration.ofSeconds(config.whole("max_age").orElse(UNSAID_AGE))));
  }

  /** Without the marks that make a regular expression a text. */
  private static String plain(String origin) {
    return origin.replaceAll("\\\\([^A-Za-z0-9])", "$1");
  }

  private static List<String> lower(List<String> names) {
    return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
  }

  /** An origin that is written otherwise is a regular expression, which takes others too. */
  @Override
  public Set<String> essential(Config config) {
    return config.at("origins").isPresent() ? Set.of("config.origins") : Set.of();
  }

  @Override
  public Map<String, String> sentences() {
    return Map.of(
        "config.origins", "No origin is set, which is every origin.",
        "config.headers",
            "Every header that a page asks for is allowed, or names are in another"
                + " case; a policy names headers in lower case.",
        "config.exposed_headers", "Names are in another case; they are the same headers.",
        "config.max_age", "No age is said, so that browsers keep an answer for a few seconds.",
        "config.private_network", "Pages of public networks may reach this one.");
  }
}
