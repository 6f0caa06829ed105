package io.entente.simulator.kong.fault;

import io.entente.simulator.kong.http.Request;

/** What happens to a request. */
public sealed interface Effect {

  /** 429 with {@code Retry-After}; the request has no effect. */
  record TooManyRequests(int retryAfterSeconds) implements Effect {}

  /** An error of the server; the request has no effect. */
  record ServerError(int status) implements Effect {
    public ServerError {
      if (status < 500 || status > 599) {
        throw new IllegalArgumentException("status is " + status + ": 500 to 599");
      }
    }
  }

  /** Half of the body, then the connection is closed. */
  record CutAnswer() implements Effect {}

  /** The answer comes late. */
  record Delay(int millis) implements Effect {
    public Delay {
      if (millis < 0) {
        throw new IllegalArgumentException("millis is negative: " + millis);
      }
    }
  }

  /** The connection is closed; the request has no effect. */
  record DropConnection() implements Effect {}

  /** The request takes effect, but the connection is closed before the answer. */
  record LoseAnswer() implements Effect {}

  /** Somebody else changes something just before the request. */
  record ForeignEdit(Request change) implements Effect {}
}
