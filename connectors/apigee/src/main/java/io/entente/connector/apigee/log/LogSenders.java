package io.entente.connector.apigee.log;

import java.util.Optional;

/** Who may send lines. May block; safe for many threads. */
@FunctionalInterface
public interface LogSenders {

  /** Whose token this is; compares in constant time and keeps nothing of it. */
  Optional<LogSender> of(String token);
}
