package io.entente.simulator.apigee.proxy.log;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The form of a line when the policy asks for one. */
public final class SyslogLine {

  private static final int USER_FACILITY = 8;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxx", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private SyslogLine() {}

  /** Levels of the policy with their severities. */
  public enum Level {
    ALERT(1),
    ERROR(3),
    WARN(4),
    INFO(6);

    private final int severity;

    Level(int severity) {
      this.severity = severity;
    }

    public static Optional<Level> named(String name) {
      return Arrays.stream(values()).filter(level -> level.name().equals(name)).findFirst();
    }
  }

  public static String of(Level level, Instant at, String host, String message) {
    return "<"
        + (USER_FACILITY + level.severity)
        + ">1 "
        + TIME.format(at)
        + " "
        + host
        + " Apigee - - - "
        + message;
  }
}
