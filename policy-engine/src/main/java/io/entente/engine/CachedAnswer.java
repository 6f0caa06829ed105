package io.entente.engine;

import java.time.Instant;

/**
 * An answer of an upstream that is kept.
 *
 * @param response as the upstream gave it, without cookies that are taken off
 * @param body one character a byte (ISO 8859-1)
 * @param keptAt when it came
 * @param until when it is no longer given again
 */
public record CachedAnswer(Exchange.Response response, String body, Instant keptAt, Instant until) {

  public CachedAnswer {
    if (!until.isAfter(keptAt)) {
      throw new IllegalArgumentException("until " + until + " is not after " + keptAt);
    }
  }

  /** As it is given again at {@code now}, before the edits of the route. */
  Exchange.Response aged(Instant now) {
    long age = Math.max(0, now.getEpochSecond() - keptAt.getEpochSecond());
    return new Exchange.Response(
        response.status(), response.headers().set("age", Long.toString(age)));
  }
}
