package io.entente.connector.kong;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * JSON in UTF-8 rewritten in ASCII, with escapes. The generated client decodes answers with the
 * platform's character set; ASCII means the same in all of them.
 */
final class AsciiJson {

  private AsciiJson() {}

  /**
   * @throws CharacterCodingException when the bytes are not UTF-8
   */
  static byte[] of(byte[] utf8) throws CharacterCodingException {
    int at = 0;
    while (at < utf8.length && utf8[at] >= 0) {
      at++;
    }
    if (at == utf8.length) {
      return utf8;
    }
    var text =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(utf8));
    var out = new StringBuilder(text.length() + 64);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        out.append(c);
      } else {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
          out.append(Character.forDigit((c >> shift) & 0xf, 16));
        }
      }
    }
    return out.toString().getBytes(StandardCharsets.US_ASCII);
  }
}
