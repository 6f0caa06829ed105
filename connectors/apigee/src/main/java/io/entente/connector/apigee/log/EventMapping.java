package io.entente.connector.apigee.log;

import io.entente.model.event.TrafficEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** One line as a traffic event. Pure; for one line. */
final class EventMapping {

  private static final String PROVENANCE = "apigee/messageLogging";
  private static final Pattern ID = Pattern.compile("[0-9A-Za-z._:-]{1,128}");
  private static final Pattern METHOD = Pattern.compile("[A-Z][A-Z0-9_-]{0,31}");
  private static final Pattern WORD = Pattern.compile("[0-9A-Za-z._:-]{1,128}");
  private static final Pattern AUTHORITY = Pattern.compile("[^\\s/?#@\\\\]{1,300}");

  private final LogSender sender;
  private final Instant observed;
  private final SortedSet<String> unseen = new TreeSet<>();

  EventMapping(LogSender sender, Instant observed) {
    this.sender = sender;
    this.observed = observed;
  }

  TrafficEvent event(LogLine line) throws RefusedLineException {
    unseen.add("trace");
    Optional<String> proxy = line.get(LogField.PROXY);
    Instant start = start(line);
    String method =
        noted(line.get(LogField.VERB).filter(v -> METHOD.matcher(v).matches()), "method")
            .orElse("_OTHER");
    String path = noted(path(line), "path").orElse("");
    Optional<RouteOwner> owner =
        proxy.flatMap(p -> sender.routes().of(new ProxyRequest(p, path, method)));
    return new TrafficEvent(
        id(line, proxy),
        sender.tenant(),
        sender.gateway(),
        noted(line.node(), "node").orElse("unknown"),
        start,
        observed,
        method,
        path,
        noted(line.get(LogField.HOST).filter(h -> AUTHORITY.matcher(h).matches()), "host"),
        status(line),
        noted(Stamps.between(Optional.of(start), line.get(LogField.END)), "duration")
            .orElse(Duration.ZERO),
        targetDuration(line),
        noted(line.get(LogField.REQUEST_BYTES).flatMap(Stamps::count), "requestBytes"),
        noted(line.get(LogField.RESPONSE_BYTES).flatMap(Stamps::count), "responseBytes"),
        owner.map(RouteOwner::api),
        owner.flatMap(RouteOwner::route),
        line.get(LogField.APP).or(() -> line.get(LogField.DEVELOPER)),
        noted(line.get(LogField.CLIENT_ADDRESS), "clientAddress"),
        line.get(LogField.FAULT).filter(f -> WORD.matcher(f).matches()),
        Optional.empty(),
        Optional.of(PROVENANCE),
        unseen);
  }

  /** A request that one proxy hands to another has one message id and a line from each. */
  private static String id(LogLine line, Optional<String> proxy) throws RefusedLineException {
    String id =
        line.get(LogField.ID)
            .orElseThrow(() -> new RefusedLineException(Refusal.REQUEST_ID_ABSENT));
    if (!ID.matcher(id).matches() || !proxy.map(p -> WORD.matcher(p).matches()).orElse(true)) {
      throw new RefusedLineException(Refusal.REQUEST_ID_INVALID);
    }
    return proxy.map(p -> id + "/" + p).orElse(id);
  }

  private static Instant start(LogLine line) throws RefusedLineException {
    String text =
        line.get(LogField.START)
            .orElseThrow(() -> new RefusedLineException(Refusal.STARTED_AT_ABSENT));
    return Stamps.instant(text)
        .orElseThrow(() -> new RefusedLineException(Refusal.STARTED_AT_INVALID));
  }

  /** Where Apigee gives none, that it is unknown is said: 0 alone would mean the client left. */
  private int status(LogLine line) throws RefusedLineException {
    Optional<String> text =
        noted(
            line.get(LogField.FAULT_STATUS)
                .or(() -> line.get(LogField.MESSAGE_STATUS))
                .or(() -> line.get(LogField.STATUS)),
            "status");
    if (text.isEmpty()) {
      return 0;
    }
    if (!text.get().matches("[1-9][0-9]{2}")) {
      throw new RefusedLineException(Refusal.STATUS_INVALID);
    }
    return Integer.parseInt(text.get());
  }

  /** A request that was never handed to a target has neither stamp, and no such duration. */
  private Optional<Duration> targetDuration(LogLine line) {
    Optional<String> begun = line.get(LogField.TARGET_START);
    Optional<String> ended = line.get(LogField.TARGET_END);
    Optional<Duration> took = Stamps.between(begun.flatMap(Stamps::instant), ended);
    if (took.isEmpty() && (begun.isPresent() || ended.isPresent())) {
      unseen.add("upstreamDuration");
    }
    return took;
  }

  /** The base path and what follows it; without the one, where the other lies is not known. */
  private static Optional<String> path(LogLine line) {
    return line.get(LogField.BASE)
        .map(base -> base.endsWith("/") ? base.substring(0, base.length() - 1) : base)
        .map(base -> base + line.get(LogField.PATH).orElse(""))
        .map(EventMapping::withoutQuery)
        .map(path -> path.isEmpty() ? "/" : path);
  }

  private static String withoutQuery(String path) {
    int end = path.length();
    for (char c : new char[] {'?', '#'}) {
      int at = path.indexOf(c);
      end = at >= 0 ? Math.min(end, at) : end;
    }
    return path.substring(0, end);
  }

  private <T> Optional<T> noted(Optional<T> value, String name) {
    if (value.isEmpty()) {
      unseen.add(name);
    }
    return value;
  }
}
