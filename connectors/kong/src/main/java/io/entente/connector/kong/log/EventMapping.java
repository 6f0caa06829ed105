package io.entente.connector.kong.log;

import io.entente.model.event.TrafficEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;

/** Entries of Kong's log as traffic events. Pure. */
final class EventMapping {

  private static final Optional<String> PROVENANCE = Optional.of("kong/http-log");
  private static final int CLIENT_GONE = 499;

  /** The last millisecond of the year 9999. */
  private static final double LATEST = 253_402_300_799_999.0;

  /** Longer than a connection lives: about four months. */
  private static final double LONGEST_MILLIS = 1e10;

  private final KongLogSource source;
  private final RouteAttribution routes;
  private final KongLogLimits limits;

  EventMapping(KongLogSource source, RouteAttribution routes, KongLogLimits limits) {
    this.source = source;
    this.routes = routes;
    this.limits = limits;
  }

  /** The event {@code entry} tells of. */
  TrafficEvent event(LogEntry entry) throws RefusedEntryException {
    if (entry.stream) {
      throw new RefusedEntryException(Refusal.NOT_HTTP);
    }
    var unseen = new TreeSet<String>();
    // Kong's sizes count header lines and body together.
    unseen.add("requestBytes");
    unseen.add("responseBytes");
    Optional<String> node =
        noted(kept(entry.node.filter(n -> !n.isBlank())).or(source::node), "node", unseen);
    Optional<Duration> duration = noted(duration(entry.requestMillis), "duration", unseen);
    Optional<ApiRoute> route =
        entry.routeId.isEmpty() && entry.routeName.isEmpty()
            ? Optional.empty()
            : routes.of(entry.routeId, entry.routeName);
    return new TrafficEvent(
        id(entry),
        source.tenant(),
        source.gateway(),
        node.orElse("unknown"),
        time(entry),
        source.observedTime(),
        noted(entry.method, "method", unseen).filter(Shape.METHOD::fits).orElse("_OTHER"),
        noted(kept(entry.uri.map(EventMapping::withoutQuery)), "path", unseen).orElse(""),
        noted(kept(entry.url.flatMap(EventMapping::authority)), "host", unseen),
        status(entry),
        duration.orElse(Duration.ZERO),
        upstreamDuration(entry, unseen),
        Optional.empty(),
        Optional.empty(),
        route.map(ApiRoute::api),
        route.map(ApiRoute::route),
        kept(entry.username.or(() -> entry.customId).or(() -> entry.consumerId)),
        noted(kept(entry.client), "clientAddress", unseen),
        noted(entry.source.filter(Shape.WORD::fits), "decision", unseen),
        noted(trace(entry), "trace", unseen),
        PROVENANCE,
        unseen);
  }

  private static String id(LogEntry entry) throws RefusedEntryException {
    // Where a custom field took the request out of the entry, the answer still names it.
    String id =
        entry
            .requestId
            .or(() -> entry.answeredRequestId)
            .orElseThrow(() -> new RefusedEntryException(Refusal.REQUEST_ID_ABSENT));
    if (!Shape.ID.fits(id)) {
      throw new RefusedEntryException(Refusal.REQUEST_ID_INVALID);
    }
    return id;
  }

  private static Instant time(LogEntry entry) throws RefusedEntryException {
    double millis =
        entry.startedAt.orElseThrow(() -> new RefusedEntryException(Refusal.STARTED_AT_ABSENT));
    if (!(millis > 0 && millis <= LATEST)) {
      throw new RefusedEntryException(Refusal.STARTED_AT_INVALID);
    }
    return Instant.ofEpochMilli((long) millis);
  }

  private static int status(LogEntry entry) throws RefusedEntryException {
    double status =
        entry.status.orElseThrow(() -> new RefusedEntryException(Refusal.STATUS_ABSENT));
    if (!(status >= 0 && status <= 999) || status != Math.rint(status)) {
      throw new RefusedEntryException(Refusal.STATUS_INVALID);
    }
    // Kong's word for a client that left, unless an upstream really answered so.
    boolean gone =
        status == CLIENT_GONE
            && !entry.upstreamStatus.filter(s -> s.endsWith("" + CLIENT_GONE)).isPresent();
    return gone ? 0 : (int) status;
  }

  /** Only where an upstream answered: Kong also writes a number when it answered from a cache. */
  private static Optional<Duration> upstreamDuration(LogEntry entry, SortedSet<String> unseen) {
    if (entry.proxyMillis.isEmpty() || entry.upstreamStatus.isEmpty()) {
      unseen.add("upstreamDuration");
    }
    return entry
        .upstreamStatus
        .filter(EventMapping::answered)
        .flatMap(status -> duration(entry.proxyMillis));
  }

  /** Whether a status, or the last of a list of them, is a number of three digits. */
  private static boolean answered(String status) {
    int last = status.length() - 3;
    return last >= 0
        && (last == 0 || status.startsWith(", ", last - 2))
        && digit(status.charAt(last))
        && digit(status.charAt(last + 1))
        && digit(status.charAt(last + 2));
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  private static Optional<Duration> duration(OptionalDouble millis) {
    boolean known = millis.isPresent() && millis.getAsDouble() >= 0;
    return known && millis.getAsDouble() <= LONGEST_MILLIS
        ? Optional.of(Duration.ofNanos(Math.round(millis.getAsDouble() * 1e6)))
        : Optional.empty();
  }

  private static String withoutQuery(String uri) {
    int end = uri.length();
    for (char c : new char[] {'?', '#'}) {
      int at = uri.indexOf(c);
      end = at >= 0 ? Math.min(end, at) : end;
    }
    return uri.substring(0, end);
  }

  private static Optional<String> authority(String url) {
    int start = url.indexOf("://");
    if (start < 0) {
      return Optional.empty();
    }
    int from = start + 3;
    int end = from;
    while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    String authority = url.substring(Math.max(from, url.lastIndexOf('@', end - 1) + 1), end);
    return authority.isEmpty() ? Optional.empty() : Optional.of(authority);
  }

  private static Optional<String> trace(LogEntry entry) {
    return entry.traceparent.flatMap(Traceparent::trace);
  }

  private Optional<String> kept(Optional<String> text) throws RefusedEntryException {
    if (text.isPresent() && text.get().length() > limits.text()) {
      throw new RefusedEntryException(Refusal.TEXT_TOO_LONG);
    }
    return text;
  }

  private static <T> Optional<T> noted(Optional<T> value, String name, SortedSet<String> unseen) {
    if (value.isEmpty()) {
      unseen.add(name);
    }
    return value;
  }
}
