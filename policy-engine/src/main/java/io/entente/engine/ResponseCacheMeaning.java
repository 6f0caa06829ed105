package io.entente.engine;

import io.entente.policy.PolicySpec.Mode;
import io.entente.policy.ResponseCache;
import io.entente.policy.ResponseCache.SetCookie;
import io.entente.policy.resolution.EffectivePolicy;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which answers are kept and to whom they are given again. */
final class ResponseCacheMeaning {

  private static final String SET_COOKIE = "set-cookie";

  private ResponseCacheMeaning() {}

  /** The one that is in force. */
  static Optional<ResponseCache> rule(List<EffectivePolicy> policies) {
    return policies.stream()
        .map(effective -> effective.policy().spec())
        .filter(spec -> spec.mode() == Mode.ENFORCE)
        .flatMap(
            spec ->
                spec.kind() instanceof ResponseCache rule
                    ? Optional.of(rule).stream()
                    : Optional.<ResponseCache>empty().stream())
        .findFirst();
  }

  static Optional<CachedAnswer> find(
      ResponseCache rule,
      Exchange exchange,
      Optional<String> caller,
      AnswerCache cache,
      Instant now) {
    return concerned(rule, exchange)
        ? cache.find(CacheKey.of(rule, exchange, caller), now)
        : Optional.empty();
  }

  /**
   * @param response of the upstream
   * @param body one character a byte
   */
  static void keep(
      ResponseCache rule,
      Exchange exchange,
      Optional<String> caller,
      Exchange.Response response,
      String body,
      AnswerCache cache,
      Instant now) {
    Headers said = withoutCookies(rule, response.headers());
    long seconds = lifetime(rule, said);
    if (seconds > 0
        && concerned(rule, exchange)
        && rule.statuses().contains(response.status())
        && typed(rule, said)
        && said.get(SET_COOKIE).isEmpty()
        && rule.maxEntryBytes().filter(most -> body.length() > most).isEmpty()) {
      cache.keep(
          CacheKey.of(rule, exchange, caller),
          new CachedAnswer(
              new Exchange.Response(response.status(), said), body, now, now.plusSeconds(seconds)));
    }
  }

  /** The headers of any answer of the route, before all edits. */
  static Headers withoutCookies(ResponseCache rule, Headers answer) {
    return rule.setCookie() == SetCookie.STRIP ? answer.remove(SET_COOKIE) : answer;
  }

  private static boolean concerned(ResponseCache rule, Exchange exchange) {
    return rule.methods().contains(exchange.method()) && exchange.requestBytes() == 0;
  }

  private static boolean typed(ResponseCache rule, Headers answer) {
    List<String> types = answer.get("content-type");
    return rule.contentTypes().isEmpty()
        || types.size() == 1
            && rule.contentTypes()
                .contains(types.get(0).split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
  }

  private static long lifetime(ResponseCache rule, Headers answer) {
    if (!rule.respectOrigin()) {
      return rule.ttl().toSeconds();
    }
    var directives = CacheDirectives.of(answer);
    return directives.forbids() ? 0 : directives.lifetime().orElse(rule.ttl().toSeconds());
  }
}
