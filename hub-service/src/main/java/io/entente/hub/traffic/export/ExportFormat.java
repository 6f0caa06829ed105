package io.entente.hub.traffic.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Kinds of files. */
public enum ExportFormat {
  CSV("text/csv") {
    @Override
    EventSink open(Path file) throws IOException {
      return new CsvEvents(file);
    }
  },
  PARQUET("application/vnd.apache.parquet") {
    @Override
    EventSink open(Path file) throws IOException {
      return new ParquetEvents(file);
    }
  };

  private final String mediaType;

  ExportFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  /** Begins a file. */
  abstract EventSink open(Path file) throws IOException;

  public String mediaType() {
    return mediaType;
  }

  /** The end of a file's name, which also names the format. */
  public String suffix() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format of this name. */
  public static Optional<ExportFormat> of(String name) {
    return Arrays.stream(values()).filter(format -> format.suffix().equals(name)).findFirst();
  }
}
