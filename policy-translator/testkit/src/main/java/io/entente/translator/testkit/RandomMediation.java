package io.entente.translator.testkit;

import io.entente.policy.LogMasking;
import io.entente.policy.ResponseCache;
import io.entente.policy.ResponseCache.SetCookie;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Policies of mediation, from a seed. */
public final class RandomMediation {

  private RandomMediation() {}

  public static ResponseCache responseCache(Random random) {
    return new ResponseCache(
        Duration.ofSeconds(1 + random.nextInt(86_400)),
        any(random, List.of(List.of("GET"), List.of("GET", "HEAD"))),
        any(random, List.of(List.of(200), List.of(200, 301), List.of(200, 404))),
        any(
            random,
            List.of(
                List.of(), List.of("application/json"), List.of("text/plain", "image/svg+xml"))),
        List.of("accept-language", "x-tenant").subList(0, random.nextInt(3)),
        any(random, List.of(List.of("*"), List.of("page"), List.of("q", "page.size"))),
        random.nextBoolean(),
        random.nextBoolean(),
        any(random, List.of(SetCookie.STRIP, SetCookie.STRIP, SetCookie.BYPASS)),
        random.nextInt(4) == 0 ? Optional.of(1L + random.nextInt(100_000)) : Optional.empty());
  }

  public static LogMasking logMasking(Random random) {
    List<String> headers = List.of("cookie", "x-api-key", "x-tenant").subList(0, random.nextInt(4));
    return new LogMasking(
        headers,
        any(
            random,
            headers.isEmpty()
                ? List.of(List.of("*"), List.of("key"))
                : List.of(List.of(), List.of("*"), List.of("key", "access_token"))));
  }

  private static <T> T any(Random random, List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
