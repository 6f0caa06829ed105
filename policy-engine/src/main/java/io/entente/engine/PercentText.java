package io.entente.engine;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Text with percent signs. */
final class PercentText {

  private PercentText() {}

  /** What it stands for, as UTF-8; what is no hexadecimal pair stays as it is. */
  static String decoded(String text) {
    var bytes = new ByteArrayOutputStream();
    byte[] given = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < given.length; i++) {
      int high = i + 2 < given.length && given[i] == '%' ? Character.digit(given[i + 1], 16) : -1;
      int low = high >= 0 ? Character.digit(given[i + 2], 16) : -1;
      bytes.write(low >= 0 ? high * 16 + low : given[i]);
      i += low >= 0 ? 2 : 0;
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
