package io.entente.connector.envoy;

import com.google.protobuf.util.Durations;
import io.entente.model.event.Recording;
import io.entente.model.event.TrafficEvent;
import io.entente.model.identity.ApiName;
import io.entente.model.identity.RouteName;
import io.envoyproxy.envoy.config.core.v3.Address;
import io.envoyproxy.envoy.config.core.v3.RequestMethod;
import io.envoyproxy.envoy.data.accesslog.v3.AccessLogCommon;
import io.envoyproxy.envoy.data.accesslog.v3.AccessLogType;
import io.envoyproxy.envoy.data.accesslog.v3.HTTPAccessLogEntry;
import io.envoyproxy.envoy.data.accesslog.v3.HTTPRequestProperties;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Envoy access log entries as traffic events. Pure. */
final class AccessLogEntries {

  private static final Optional<String> PROVENANCE = Optional.of("envoy/access-log");
  private static final Pattern TRACEPARENT =
      Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

  /** The tag by which the listener tells what is to be kept of an exchange. */
  static final String RECORDING = "entente.recording";

  private AccessLogEntries() {}

  /** What is to be kept of it; all of it where it does not say, or nothing that is understood. */
  static Recording recording(HTTPAccessLogEntry entry) {
    String word = entry.getCommonProperties().getCustomTagsMap().get(RECORDING);
    return word == null ? Recording.ALL : Recording.of(word).orElse(Recording.ALL);
  }

  /**
   * The event that {@code entry} tells of.
   *
   * @throws IllegalArgumentException when its values are impossible; says which
   */
  static TrafficEvent event(
      GatewayIdentity caller, String node, HTTPAccessLogEntry entry, Instant observedTime) {
    AccessLogCommon common = entry.getCommonProperties();
    HTTPRequestProperties request = entry.getRequest();
    if (!common.hasStartTime()) {
      throw new IllegalArgumentException("start_time is absent");
    }
    Instant time =
        Instant.ofEpochSecond(common.getStartTime().getSeconds(), common.getStartTime().getNanos());
    Optional<String> trace = trace(request);
    var unseen = new TreeSet<String>();
    unseen.add("consumer");
    if (trace.isEmpty()) {
      unseen.add("trace");
    }
    String[] names = common.getRouteName().split("/", 2);
    return new TrafficEvent(
        id(node, entry, time),
        caller.tenant(),
        caller.gateway(),
        node,
        time,
        observedTime,
        method(request),
        path(request),
        nonEmpty(request.getAuthority()),
        entry.getResponse().getResponseCode().getValue(),
        duration(common),
        upstreamDuration(common),
        Optional.of(request.getRequestBodyBytes()),
        Optional.of(entry.getResponse().getResponseBodyBytes()),
        names.length == 2 ? named(names[0], ApiName::new) : Optional.empty(),
        names.length == 2 ? named(names[1], RouteName::new) : Optional.empty(),
        Optional.empty(),
        client(common),
        nonEmpty(entry.getResponse().getResponseCodeDetails()),
        trace,
        PROVENANCE,
        unseen);
  }

  /**
   * The request id alone is not unique: a caller may send the same {@code x-request-id} twice. With
   * start time and peer port it is, and a repeated delivery still has the same id.
   */
  private static String id(String node, HTTPAccessLogEntry entry, Instant time) {
    AccessLogCommon common = entry.getCommonProperties();
    String stream =
        nonEmpty(common.getStreamId())
            .or(() -> nonEmpty(entry.getRequest().getRequestId()))
            .orElse(node);
    String id =
        stream
            + '-'
            + Long.toString(time.getEpochSecond(), 36)
            + '.'
            + Integer.toString(time.getNano(), 36)
            + '-'
            + common.getDownstreamDirectRemoteAddress().getSocketAddress().getPortValue();
    AccessLogType type = common.getAccessLogType();
    boolean last = type == AccessLogType.NotSet || type == AccessLogType.DownstreamEnd;
    return last ? id : id + '-' + type.name();
  }

  private static String method(HTTPRequestProperties request) {
    RequestMethod method = request.getRequestMethod();
    boolean known =
        method != RequestMethod.METHOD_UNSPECIFIED && method != RequestMethod.UNRECOGNIZED;
    return known ? method.name() : "_OTHER";
  }

  private static String path(HTTPRequestProperties request) {
    String path =
        request.getOriginalPath().isEmpty() ? request.getPath() : request.getOriginalPath();
    int end = path.length();
    for (char c : new char[] {'?', '#'}) {
      int at = path.indexOf(c);
      end = at >= 0 ? Math.min(end, at) : end;
    }
    return path.substring(0, end);
  }

  private static Duration duration(AccessLogCommon common) {
    long nanos = 0;
    if (common.hasDuration()) {
      nanos = Durations.toNanos(common.getDuration());
    } else if (common.hasTimeToLastDownstreamTxByte()) {
      nanos = Durations.toNanos(common.getTimeToLastDownstreamTxByte());
    }
    return Duration.ofNanos(nanos);
  }

  private static Optional<Duration> upstreamDuration(AccessLogCommon common) {
    if (!common.hasTimeToFirstUpstreamTxByte() || !common.hasTimeToFirstUpstreamRxByte()) {
      return Optional.empty();
    }
    long nanos =
        Durations.toNanos(common.getTimeToFirstUpstreamRxByte())
            - Durations.toNanos(common.getTimeToFirstUpstreamTxByte());
    return nanos < 0 ? Optional.empty() : Optional.of(Duration.ofNanos(nanos));
  }

  private static Optional<String> client(AccessLogCommon common) {
    Address address = common.getDownstreamRemoteAddress();
    return nonEmpty(address.getSocketAddress().getAddress());
  }

  private static Optional<String> trace(HTTPRequestProperties request) {
    String header = request.getRequestHeadersMap().getOrDefault("traceparent", "");
    if (header.isEmpty()) {
      return Optional.empty();
    }
    Matcher matcher = TRACEPARENT.matcher(header.toLowerCase(Locale.ROOT));
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static <T> Optional<T> named(String name, Function<String, T> constructor) {
    try {
      return Optional.of(constructor.apply(name));
    } catch (IllegalArgumentException notOurs) {
      // A route that somebody else named: the event stands, it belongs to no API of ours.
      return Optional.empty();
    }
  }

  private static Optional<String> nonEmpty(String value) {
    return value.isEmpty() ? Optional.empty() : Optional.of(value);
  }
}
