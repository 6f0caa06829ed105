package io.entente.cli.offline;

import io.entente.model.nativeobject.Blob;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.SortedMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Zip files whose bytes depend on nothing but their content: no clock, no zone, no compressor. */
final class SameZip {

  /** After the first instant of zip files, which would be written with the zone's own time. */
  private static final LocalDateTime WHEN = LocalDateTime.of(1980, 2, 1, 0, 0);

  private SameZip() {}

  static Blob of(SortedMap<String, Blob> files) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (var file : files.entrySet()) {
        zip.putNextEntry(entry(file.getKey(), file.getValue()));
        zip.write(file.getValue().bytes());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Blob.of(bytes.toByteArray());
  }

  private static ZipEntry entry(String name, Blob blob) {
    var sum = new CRC32();
    sum.update(blob.bytes());
    var entry = new ZipEntry(name);
    entry.setTimeLocal(WHEN);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(blob.size());
    entry.setCrc(sum.getValue());
    return entry;
  }
}
