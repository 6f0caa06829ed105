package io.entente.connector.apigee;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Looks through the central directory of an archive, where links show. */
final class ZipDirectory {

  private static final int END = 0x06054b50;
  private static final int ENTRY = 0x02014b50;
  private static final int END_BYTES = 22;
  private static final int ENTRY_BYTES = 46;
  private static final int MODE_LINK = 0xA000;
  private static final int MODE_KIND = 0xF000;
  private static final int MODE_FILE = 0x8000;
  private static final int MODE_FOLDER = 0x4000;
  private static final int UNIX = 3;

  private ZipDirectory() {}

  /**
   * How many entries it names.
   *
   * @throws io.entente.model.problem.ProblemException BUNDLE_UNSAFE when an entry is a link or a
   *     device, or when the directory cannot be read
   */
  static int requirePlain(byte[] archive) {
    var bytes = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
    int end = end(bytes);
    int at = bytes.getInt(end + 16);
    int entries = Short.toUnsignedInt(bytes.getShort(end + 10));
    for (int i = 0; i < entries; i++) {
      if (at < 0 || at + ENTRY_BYTES > archive.length || bytes.getInt(at) != ENTRY) {
        throw SafeUnzip.unsafe("has a directory that cannot be read");
      }
      int mode = Short.toUnsignedInt(bytes.getShort(at + 40)) & MODE_KIND;
      boolean unix = bytes.get(at + 5) == UNIX;
      if (unix && mode == MODE_LINK) {
        throw SafeUnzip.unsafe("holds a link");
      }
      if (unix && mode != 0 && mode != MODE_FILE && mode != MODE_FOLDER) {
        throw SafeUnzip.unsafe("holds something that is neither file nor folder");
      }
      at +=
          ENTRY_BYTES
              + Short.toUnsignedInt(bytes.getShort(at + 28))
              + Short.toUnsignedInt(bytes.getShort(at + 30))
              + Short.toUnsignedInt(bytes.getShort(at + 32));
    }
    return entries;
  }

  private static int end(ByteBuffer bytes) {
    for (int at = bytes.limit() - END_BYTES; at >= 0; at--) {
      if (bytes.getInt(at) == END) {
        return at;
      }
    }
    throw SafeUnzip.unsafe("is no archive that can be read");
  }
}
