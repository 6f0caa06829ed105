package io.entente.connector.kong.log;

import java.util.Locale;
import java.util.Optional;

/** The header of W3C Trace Context, without a pattern: it comes with every entry. */
final class Traceparent {

  private static final int TRACE = 3;
  private static final int SPAN = 36;
  private static final int FLAGS = 53;
  private static final int END = 55;

  private Traceparent() {}

  /** The trace that it names; a later version may have more behind. */
  static Optional<String> trace(String header) {
    String text = header.toLowerCase(Locale.ROOT);
    return text.length() >= END
            && hex(text, 0, TRACE - 1)
            && text.charAt(TRACE - 1) == '-'
            && hex(text, TRACE, SPAN - 1)
            && text.charAt(SPAN - 1) == '-'
            && hex(text, SPAN, FLAGS - 1)
            && text.charAt(FLAGS - 1) == '-'
            && hex(text, FLAGS, END)
        ? Optional.of(text.substring(TRACE, SPAN - 1))
        : Optional.empty();
  }

  private static boolean hex(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }
}
