package io.entente.hub.ingest.otlp;

import io.entente.connector.kong.log.ApiRoute;
import io.entente.hub.ingest.otlp.OtlpReader.Source;
import io.entente.hub.ingest.otlp.RefusedRecordException.Reason;
import io.entente.hub.traffic.event.Attributes;
import io.entente.model.event.TrafficEvent;
import io.entente.model.identity.ApiName;
import io.entente.model.identity.RouteName;
import io.entente.model.nativeobject.Hash;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Log records as traffic events. For one record. */
final class OtlpMapping {

  private static final Optional<String> PROVENANCE = Optional.of("otlp/logs");
  private static final Pattern ID = Pattern.compile("[0-9A-Za-z._:-]{1,128}");
  private static final Pattern METHOD = Pattern.compile("[A-Z][A-Z0-9_-]{0,31}");
  private static final Pattern TRACE = Pattern.compile("(?!0{32})[0-9a-f]{32}");
  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,18}(\\.0+)?");
  private static final int LONGEST_TEXT = 16 * 1024;
  private static final long NANOS_A_MILLI = 1_000_000;
  private static final long NANOS_A_SECOND = 1_000_000_000;

  /** Longer than a connection lives: about four months. */
  private static final long LONGEST_MILLIS = 10_000_000_000L;

  private final OtlpRecord record;
  private final Source source;
  private final TreeSet<String> unseen = new TreeSet<>();

  private OtlpMapping(OtlpRecord record, Source source) {
    this.record = record;
    this.source = source;
  }

  static TrafficEvent event(OtlpRecord record, Source source) throws RefusedRecordException {
    return new OtlpMapping(record, source).event();
  }

  private TrafficEvent event() throws RefusedRecordException {
    String method =
        text(Attributes.METHOD).orElseThrow(() -> new RefusedRecordException(Reason.NOT_A_REQUEST));
    Instant time = time();
    Optional<ApiRoute> route = route();
    return new TrafficEvent(
        id(),
        source.tenant(),
        source.gateway(),
        noted(kept(Optional.of(record.node).filter(n -> !n.isBlank())), "node").orElse("unknown"),
        time,
        source.observed(),
        METHOD.matcher(method).matches() ? method : "_OTHER",
        noted(text(Attributes.PATH), "path").map(OtlpMapping::withoutQuery).orElse(""),
        noted(host(), "host"),
        noted(number(Attributes.STATUS, 999), "status").map(Long::intValue).orElse(0),
        noted(duration(), "duration").orElse(Duration.ZERO),
        noted(nanos(Attributes.UPSTREAM_DURATION), "upstreamDuration"),
        noted(number(Attributes.REQUEST_BYTES, Long.MAX_VALUE), "requestBytes"),
        noted(number(Attributes.RESPONSE_BYTES, Long.MAX_VALUE), "responseBytes"),
        route.map(ApiRoute::api),
        route.map(ApiRoute::route),
        noted(text(Attributes.CONSUMER).or(() -> record.text(OtlpNames.CONSUMER)), "consumer"),
        noted(text(Attributes.CLIENT_ADDRESS), "clientAddress"),
        noted(text(Attributes.DECISION), "decision"),
        noted(Optional.of(record.trace).filter(t -> TRACE.matcher(t).matches()), "trace"),
        PROVENANCE,
        unseen);
  }

  /** Its own id; else one that the same record has again when it is delivered again. */
  private String id() throws RefusedRecordException {
    Optional<String> own = record.text(OtlpNames.UID);
    if (own.isEmpty()) {
      return Hash.ofText(record.identity()).hex();
    }
    if (!ID.matcher(own.get()).matches()) {
      throw new RefusedRecordException(Reason.UID_INVALID);
    }
    return own.get();
  }

  private Instant time() throws RefusedRecordException {
    long nanos = record.time == 0 ? record.observed : record.time;
    if (nanos == 0) {
      throw new RefusedRecordException(Reason.TIME_ABSENT);
    }
    if (nanos < 0) {
      throw new RefusedRecordException(Reason.TIME_INVALID);
    }
    return Instant.ofEpochSecond(nanos / NANOS_A_SECOND, nanos % NANOS_A_SECOND);
  }

  private Optional<ApiRoute> route() throws RefusedRecordException {
    Optional<String> api = text(Attributes.API);
    Optional<String> route = text(Attributes.ROUTE);
    if (api.isEmpty() || route.isEmpty()) {
      Optional<String> name = text(OtlpNames.ROUTE_NAME);
      return name.isEmpty() ? Optional.empty() : source.routes().of(name, name);
    }
    try {
      return Optional.of(new ApiRoute(new ApiName(api.get()), new RouteName(route.get())));
    } catch (IllegalArgumentException e) {
      throw new RefusedRecordException(Reason.NAME_INVALID);
    }
  }

  private Optional<String> host() throws RefusedRecordException {
    Optional<Long> port = number(Attributes.SERVER_PORT, 65_535);
    return text(Attributes.SERVER_ADDRESS)
        .map(address -> address + port.map(number -> ":" + number).orElse(""));
  }

  private Optional<Duration> duration() throws RefusedRecordException {
    Optional<Long> millis = number(OtlpNames.DURATION_MILLIS, LONGEST_MILLIS);
    Optional<Duration> exact = nanos(Attributes.DURATION);
    return exact.isPresent() ? exact : millis.map(Duration::ofMillis);
  }

  private Optional<Duration> nanos(String name) throws RefusedRecordException {
    return number(name, LONGEST_MILLIS * NANOS_A_MILLI).map(Duration::ofNanos);
  }

  private Optional<Long> number(String name, long most) throws RefusedRecordException {
    Optional<String> told = record.text(name).filter(text -> !text.equals("-"));
    if (told.isEmpty()) {
      return Optional.empty();
    }
    if (!WHOLE.matcher(told.get()).matches()) {
      throw new RefusedRecordException(Reason.NUMBER_INVALID);
    }
    long number = Long.parseLong(told.get().split("\\.", 2)[0]);
    if (number > most) {
      throw new RefusedRecordException(Reason.NUMBER_INVALID);
    }
    return Optional.of(number);
  }

  private Optional<String> text(String name) throws RefusedRecordException {
    // Envoy's formatter writes '-' for what is not there.
    return kept(record.text(name).filter(text -> !text.equals("-")));
  }

  private static Optional<String> kept(Optional<String> text) throws RefusedRecordException {
    if (text.isPresent() && text.get().length() > LONGEST_TEXT) {
      throw new RefusedRecordException(Reason.TEXT_TOO_LONG);
    }
    return text;
  }

  private static String withoutQuery(String path) {
    return path.split("[?#]", 2)[0];
  }

  private <T> Optional<T> noted(Optional<T> value, String name) {
    if (value.isEmpty()) {
      unseen.add(name);
    }
    return value;
  }
}
