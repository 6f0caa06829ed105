package io.entente.connector.apigee;

import io.entente.model.nativeobject.Blob;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs files so that the same files always give the same bytes: sorted, stored, one date. */
final class DeterministicZip {

  private static final LocalDateTime DATE = LocalDateTime.of(1980, 2, 1, 0, 0);

  private DeterministicZip() {}

  static byte[] of(SortedMap<String, Blob> files) {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, Blob> file : files.entrySet()) {
        byte[] bytes = file.getValue().bytes();
        var crc = new CRC32();
        crc.update(bytes);
        var entry = new ZipEntry(file.getKey());
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(crc.getValue());
        entry.setTimeLocal(DATE);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory does not fail", e);
    }
    return out.toByteArray();
  }
}
