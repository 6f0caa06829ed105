package io.entente.connector.apigee.log;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the message of a line begins. Apigee writes {@code <14>1 time host Apigee - - - message};
 * without FormatMessage it writes the message alone.
 *
 * @param start offset of the message's first byte
 * @param end offset after its last byte
 * @param host the writer, as the header names it
 */
record SyslogFrame(int start, int end, Optional<String> host) {

  private static final int LONGEST_HEADER = 512;
  private static final Pattern HEADER =
      Pattern.compile(
          "<[0-9]{1,3}>(?:[0-9]{0,2} +([\\x21-\\x7e]+) +([\\x21-\\x7e]+) )?[\\x20-\\x7e]*");
  private static final Pattern HOST = Pattern.compile("[0-9A-Za-z._:-]{2,128}");

  static SyslogFrame of(byte[] line) throws RefusedLineException {
    int start = 0;
    int most = Math.min(line.length, LONGEST_HEADER);
    while (start < most && line[start] != '{') {
      start++;
    }
    int end = line.length;
    while (end > start && line[end - 1] != '}') {
      end--;
    }
    if (start == most || end == start) {
      throw new RefusedLineException(Refusal.MALFORMED);
    }
    if (start == 0) {
      return new SyslogFrame(0, end, Optional.empty());
    }
    Matcher header = HEADER.matcher(new String(line, 0, start, StandardCharsets.ISO_8859_1));
    if (!header.matches()) {
      throw new RefusedLineException(Refusal.MALFORMED);
    }
    return new SyslogFrame(
        start, end, Optional.ofNullable(header.group(2)).filter(h -> HOST.matcher(h).matches()));
  }
}
