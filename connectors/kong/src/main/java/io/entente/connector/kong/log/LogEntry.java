package io.entente.connector.kong.log;

import java.util.Optional;
import java.util.OptionalDouble;

/** What is kept of one entry while it is read; nothing of it is checked yet. */
final class LogEntry {

  boolean empty = true;
  boolean stream;
  Optional<String> requestId = Optional.empty();
  Optional<String> answeredRequestId = Optional.empty();
  Optional<String> method = Optional.empty();
  Optional<String> uri = Optional.empty();
  Optional<String> url = Optional.empty();
  Optional<String> traceparent = Optional.empty();
  Optional<String> client = Optional.empty();
  Optional<String> source = Optional.empty();
  Optional<String> node = Optional.empty();
  Optional<String> routeId = Optional.empty();
  Optional<String> routeName = Optional.empty();
  Optional<String> username = Optional.empty();
  Optional<String> customId = Optional.empty();
  Optional<String> consumerId = Optional.empty();

  /** As Kong writes it: a number or a list of them as text; empty when Kong asked no upstream. */
  Optional<String> upstreamStatus = Optional.empty();

  OptionalDouble startedAt = OptionalDouble.empty();
  OptionalDouble status = OptionalDouble.empty();
  OptionalDouble requestMillis = OptionalDouble.empty();
  OptionalDouble proxyMillis = OptionalDouble.empty();
}
