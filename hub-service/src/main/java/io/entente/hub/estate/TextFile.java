package io.entente.hub.estate;

import io.entente.model.nativeobject.Blob;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Files that people can read. */
public final class TextFile {
  /** Bytes; what is larger is shown by its size and hash. */
  public static final int LARGEST = 200 << 10;

  private TextFile() {}

  /** The text; empty when the file is larger, no UTF-8, or holds what no text holds. */
  public static Optional<String> of(Blob blob) {
    if (blob.size() > LARGEST) {
      return Optional.empty();
    }
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(blob.bytes())).toString();
      boolean odd =
          text.chars().anyMatch(c -> Character.isISOControl(c) && "\t\r\n".indexOf(c) < 0);
      return odd ? Optional.empty() : Optional.of(text);
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
