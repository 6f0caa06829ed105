package io.entente.hub.ingest;

import io.entente.connector.apigee.log.LogOutcome;
import io.entente.connector.apigee.log.Refusal;
import io.entente.model.event.TrafficEvent;
import io.entente.model.identity.GatewayId;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what comes over syslog, for metrics, health and the view. Safe for many threads. */
@Singleton
public class SyslogCounts {

  /** Why a connection was closed by this hub. */
  enum Closing {
    TOO_MANY_CONNECTIONS,
    TOO_MANY_REFUSED,
    NO_LINE_IN_TIME
  }

  private final MeterRegistry metrics;
  private final IngestCounts ingest;
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicLong unattributed = new AtomicLong();
  private final AtomicLong cutOff = new AtomicLong();
  private final AtomicLong abandoned = new AtomicLong();
  private final Map<GatewayId, OfGateway> gateways = new ConcurrentHashMap<>();

  SyslogCounts(MeterRegistry metrics, IngestCounts ingest) {
    this.metrics = metrics;
    this.ingest = ingest;
    metrics.gauge("entente.ingest.syslog.connections", open);
  }

  /**
   * What came of one gateway since the hub started.
   *
   * @param last when its last line was kept
   */
  record OfGateway(long accepted, long refused, Instant last) {}

  /** The events are durable; the refusals are final. */
  void took(SyslogLines.Read read) {
    Map<GatewayId, Integer> events = new TreeMap<>();
    Map<GatewayId, List<String>> refused = new TreeMap<>();
    for (TrafficEvent event : read.events()) {
      events.merge(event.gateway(), 1, Integer::sum);
    }
    for (LogOutcome.Refused refusal : read.refusals()) {
      refusal
          .gateway()
          .ifPresentOrElse(
              gateway -> {
                events.putIfAbsent(gateway, 0);
                refused
                    .computeIfAbsent(gateway, g -> new ArrayList<>())
                    .add(refusal.reason().name());
              },
              () -> unattributed(refusal.reason(), 1));
    }
    events.forEach(
        (gateway, count) -> of(gateway, count, refused.getOrDefault(gateway, List.of())));
  }

  private void of(GatewayId gateway, int events, List<String> refused) {
    ingest.took(gateway, events, refused);
    gateways.merge(
        gateway,
        new OfGateway(events, refused.size(), Instant.now()),
        (was, more) ->
            new OfGateway(
                was.accepted() + more.accepted(), was.refused() + more.refused(), more.last()));
  }

  /** Lines of which nobody knows whose they are. */
  void unattributed(Refusal reason, int lines) {
    unattributed.addAndGet(lines);
    metrics.counter("entente.ingest.syslog.unattributed", "reason", reason.name()).increment(lines);
  }

  /** A connection ended within a line. */
  void cutOff() {
    cutOff.incrementAndGet();
    metrics.counter("entente.ingest.syslog.cut.off").increment();
  }

  /** Lines that could not be kept yet are tried again. */
  void retried() {
    metrics.counter("entente.ingest.syslog.retries").increment();
  }

  /** Lines that were not kept when the hub stopped. */
  void abandoned(int lines) {
    abandoned.addAndGet(lines);
    metrics.counter("entente.ingest.syslog.abandoned").increment(lines);
  }

  void closed(Closing why) {
    metrics.counter("entente.ingest.syslog.closed", "reason", why.name()).increment();
  }

  /** One connection more is open; how many there are now. */
  int opened() {
    return open.incrementAndGet();
  }

  void ended() {
    open.decrementAndGet();
  }

  int open() {
    return open.get();
  }

  long unattributed() {
    return unattributed.get();
  }

  long cutOffs() {
    return cutOff.get();
  }

  long abandoned() {
    return abandoned.get();
  }

  Optional<OfGateway> of(GatewayId gateway) {
    return Optional.ofNullable(gateways.get(gateway));
  }
}
