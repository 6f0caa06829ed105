package io.entente.connector.apigee.log;

import io.entente.model.event.Recording;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Reads lines of Apigee's MessageLogging policy: a JSON object, bare or behind a syslog header. The
 * token is asked about first and then dropped, so that whatever else is read of a line, no part of
 * it can hold the token. Safe for many threads.
 */
public final class ApigeeLogReader {

  private final ApigeeLogLimits limits;
  private final LineParser parser;

  public ApigeeLogReader(ApigeeLogLimits limits) {
    this.limits = limits;
    this.parser = new LineParser(limits);
  }

  /**
   * What {@code line} comes to.
   *
   * @param line without its end
   * @param observed when the hub received it
   * @param senders asked once, when there is a token; what it throws goes through
   */
  public LogOutcome read(byte[] line, Instant observed, LogSenders senders) {
    Optional<LogSender> sender = Optional.empty();
    try {
      if (line.length > limits.line()) {
        throw new RefusedLineException(Refusal.LINE_TOO_LONG);
      }
      SyslogFrame frame = SyslogFrame.of(line);
      Map<LogField, String> fields = parser.read(line, frame);
      String token = fields.remove(LogField.TOKEN);
      if (token == null) {
        throw new RefusedLineException(Refusal.TOKEN_ABSENT);
      }
      sender = senders.of(token);
      if (sender.isEmpty()) {
        throw new RefusedLineException(Refusal.TOKEN_UNKNOWN);
      }
      if (fields.getOrDefault(LogField.PATH, "").contains(token)) {
        // Without its end the path would be another one.
        fields.remove(LogField.BASE);
      }
      fields.values().removeIf(value -> value.contains(token));
      return new LogOutcome.Taken(
          new EventMapping(sender.get(), observed).event(new LogLine(frame.host(), fields)),
          Recording.of(fields.getOrDefault(LogField.RECORDING, "")).orElse(Recording.ALL));
    } catch (RefusedLineException e) {
      return new LogOutcome.Refused(sender.map(LogSender::gateway), e.reason());
    }
  }
}
