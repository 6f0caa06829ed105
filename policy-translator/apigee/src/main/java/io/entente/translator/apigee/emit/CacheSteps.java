package io.entente.translator.apigee.emit;

import io.entente.policy.Policy;
import io.entente.policy.ResponseCache;
import io.entente.policy.ResponseCache.SetCookie;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The Steps that keep answers: what an answer depends on is hashed part by part, so that no text of
 * a caller runs from one part of the key into the next and no credential stands in a key; then
 * ResponseCache looks up, and keeps on the way back.
 */
public final class CacheSteps {

  /** Headers that tell one caller from another, in the order of the key. */
  public static final List<String> CALLER =
      List.of("authorization", "proxy-authorization", "cookie");

  /** Whatever an environment makes of a function that it does not know: nothing is kept then. */
  private static final String WITHOUT_KEY = "(entente.cache.0 = null) or (entente.cache.0 = \"\")";

  private static final String WITH_BODY =
      "(request.header.content-length JavaRegex \".*[1-9].*\")"
          + " or (request.header.transfer-encoding != null)";

  private final Policy policy;
  private final ResponseCache rule;
  private final Place place;

  CacheSteps(Policy policy, ResponseCache rule, Place place) {
    this.policy = policy;
    this.rule = rule;
    this.place = place;
  }

  List<StepDraft> steps() {
    String cache = name("cache");
    String file = file(cache);
    var steps = new ArrayList<StepDraft>();
    steps.add(step(Stage.CACHE_LOOKUP, name("cachekey"), key(name("cachekey"))));
    steps.add(step(Stage.CACHE_LOOKUP, cache, file));
    if (rule.setCookie() == SetCookie.STRIP) {
      String strip = name("cachecookies");
      var header = new TreeMap<String, String>();
      header.put("set-cookie", "");
      steps.add(
          step(
              Stage.CACHE_KEEP,
              strip,
              AssignMessagePolicy.file(strip, "response", "Remove", header)));
    }
    steps.add(step(Stage.CACHE_KEEP, cache, file));
    return steps;
  }

  /** What must be the same for an answer to be given again. */
  private List<String> parts() {
    var parts = new ArrayList<>(List.of("request.verb", "request.header.host"));
    if (rule.variesByAnyParameter()) {
      parts.add("request.uri");
    } else {
      parts.add("request.path");
      rule.varyQuery().forEach(name -> parts.add("request.queryparam." + name + ".values.string"));
    }
    rule.varyHeaders().forEach(name -> parts.add(header(name)));
    if (rule.perCaller()) {
      CALLER.forEach(name -> parts.add(header(name)));
      place.credentials().stream().filter(part -> !parts.contains(part)).forEach(parts::add);
    }
    return parts;
  }

  private String key(String name) {
    XmlDocument assign = XmlDocument.policy("AssignMessage", name);
    List<String> parts = parts();
    for (int i = 0; i < parts.size(); i++) {
      assign.with(
          XmlDocument.of("AssignVariable")
              .with("Name", variable(i))
              .with("Template", "{sha256Hex(" + parts.get(i) + ")}"));
    }
    return assign
        .with("IgnoreUnresolvedVariables", "true")
        .with(
            XmlDocument.of(
                "AssignTo", "createNew", "false", "transport", "http", "type", "request"))
        .file();
  }

  private String file(String name) {
    XmlDocument key = XmlDocument.of("CacheKey").with("Prefix", place.policy("answers"));
    for (int i = 0; i < parts().size(); i++) {
      key.with(XmlDocument.of("KeyFragment", "ref", variable(i)));
    }
    return XmlDocument.policy("ResponseCache", name)
        .with("Scope", "Exclusive")
        .with(key)
        .with(
            XmlDocument.of("ExpirySettings")
                .with("TimeoutInSec", Long.toString(rule.ttl().toSeconds())))
        .with("SkipCacheLookup", request())
        .with("SkipCachePopulation", request() + " or " + String.join(" or ", answer()))
        .with("ExcludeErrorResponse", Boolean.toString(onlySuccesses()))
        .with("UseAcceptHeader", "false")
        .with("UseResponseCacheHeaders", Boolean.toString(rule.respectOrigin()))
        .file();
  }

  /** Whether Apigee counts all that is kept as a success; it keeps nothing else where told so. */
  private boolean onlySuccesses() {
    return rule.statuses().stream().allMatch(status -> status <= 205);
  }

  private String request() {
    String other =
        rule.methods().stream()
            .map(method -> "(request.verb != \"" + method + "\")")
            .collect(Collectors.joining(" and ", "(", ")"));
    return other + " or " + WITH_BODY + " or " + WITHOUT_KEY;
  }

  /** When an answer is not kept. */
  private List<String> answer() {
    var skip = new ArrayList<String>();
    skip.add(
        rule.statuses().stream()
            .map(status -> "(response.status.code != " + status + ")")
            .collect(Collectors.joining(" and ", "(", ")")));
    if (rule.setCookie() == SetCookie.BYPASS) {
      skip.add("(response.header.set-cookie != null)");
    }
    if (!rule.contentTypes().isEmpty()) {
      skip.add("(!(" + header("response", "content-type") + " JavaRegex \"" + types() + "\"))");
    }
    if (rule.respectOrigin()) {
      skip.add(
          "("
              + header("response", "cache-control")
              + " JavaRegex \"(?i).*(no-store|no-cache|private).*\")");
    }
    rule.maxEntryBytes()
        .ifPresent(
            most ->
                skip.add(
                    "(!(response.header.content-length JavaRegex \""
                        + LengthPattern.atMost(most)
                        + "\"))"));
    return skip;
  }

  private String types() {
    return rule.contentTypes().stream()
        .map(type -> type.replaceAll("[.+$]", "[$0]"))
        .collect(Collectors.joining("|", "(?i) *(", ") *(;.*)?"));
  }

  /** The variable of a request's header. */
  public static String header(String name) {
    return header("request", name);
  }

  private static String header(String message, String name) {
    return message + ".header." + name + ".values.string";
  }

  private String variable(int part) {
    return "entente.cache." + part;
  }

  private String name(String what) {
    return place.policy(what, policy.id().policy().value());
  }

  private StepDraft step(Stage stage, String name, String file) {
    return new StepDraft(stage, name, file, Optional.empty(), List.of(policy));
  }
}
