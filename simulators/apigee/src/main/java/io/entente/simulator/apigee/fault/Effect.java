package io.entente.simulator.apigee.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** What happens to a request. */
public sealed interface Effect {

  /** An error instead of the answer; the request has no effect. Google's error body by default. */
  record Status(int code, Optional<JsonNode> body) implements Effect {
    public Status {
      if (code < 400 || code > 599) {
        throw new IllegalArgumentException("code is " + code + ": 400 to 599");
      }
    }
  }

  /** 429 with {@code Retry-After}; the request has no effect. */
  record TooManyRequests(int retryAfterSeconds) implements Effect {}

  /** The answer comes late. */
  record Slow(int millis) implements Effect {
    public Slow {
      if (millis < 0) {
        throw new IllegalArgumentException("millis is negative: " + millis);
      }
    }
  }

  /** The connection is closed; the request has no effect. */
  record DropConnection() implements Effect {}

  /** The request takes effect, but the connection is closed before the answer. */
  record LoseAnswer() implements Effect {}

  /** Half of the body, then the connection is closed. */
  record TruncateBody() implements Effect {}

  /** A list ends in its middle, well-formed and without a next page. */
  record CutList() implements Effect {}
}
