package io.entente.translator.testkit;

import io.entente.policy.LogMasking;
import io.entente.policy.ResponseCache;
import io.entente.policy.ResponseCache.SetCookie;
import java.util.List;
import java.util.Optional;

/** The same rule of mediation with another value of one field. */
final class MediationChanges {

  private MediationChanges() {}

  static ResponseCache of(ResponseCache rule, String field) {
    String name = field.replaceAll("\\[.*", "");
    int at = field.contains("[") ? Integer.parseInt(field.replaceAll("\\D", "")) : 0;
    return new ResponseCache(
        name.equals("ttl") ? rule.ttl().plusSeconds(1) : rule.ttl(),
        name.equals("methods") ? methods(rule.methods(), at) : rule.methods(),
        name.equals("statuses") ? Changes.replaced(rule.statuses(), at, 203) : rule.statuses(),
        name.equals("contentTypes")
            ? Changes.replaced(rule.contentTypes(), at, "text/html")
            : rule.contentTypes(),
        name.equals("varyHeaders")
            ? Changes.replaced(rule.varyHeaders(), at, "x-other")
            : rule.varyHeaders(),
        name.equals("varyQuery")
            ? Changes.replaced(rule.varyQuery(), at, "other")
            : rule.varyQuery(),
        name.equals("perCaller") != rule.perCaller(),
        name.equals("respectOrigin") != rule.respectOrigin(),
        name.equals("setCookie") ? other(rule.setCookie()) : rule.setCookie(),
        name.equals("maxEntryBytes")
            ? Optional.of(rule.maxEntryBytes().map(most -> most % 1_000 + 1).orElse(1L))
            : rule.maxEntryBytes());
  }

  static LogMasking of(LogMasking rule, String field) {
    int at = Integer.parseInt(field.replaceAll("\\D", ""));
    return field.startsWith("headers")
        ? new LogMasking(Changes.replaced(rule.headers(), at, "x-other"), rule.query())
        : new LogMasking(rule.headers(), Changes.replaced(rule.query(), at, "other"));
  }

  /** There are two: beside the other one, a method can only be left out. */
  private static List<String> methods(List<String> methods, int at) {
    String other = methods.get(at).equals("GET") ? "HEAD" : "GET";
    return List.of(other);
  }

  private static SetCookie other(SetCookie choice) {
    return choice == SetCookie.STRIP ? SetCookie.BYPASS : SetCookie.STRIP;
  }
}
