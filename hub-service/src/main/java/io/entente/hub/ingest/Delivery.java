package io.entente.hub.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;

/**
 * A request that delivers logs, before its body is read.
 *
 * @param token the gateway's, where there is one
 * @param length of the body, where the request says
 * @param node the data-plane process, where the request names it
 */
record Delivery(
    Optional<String> token,
    Optional<String> contentType,
    Optional<String> contentEncoding,
    Optional<Long> length,
    Optional<String> node) {

  /** Throws the problem with what the request says of its body, if there is one. */
  void check(IngestConfig config) {
    String type = contentType.orElse("").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    String encoding = encoding();
    if (!type.equals("application/json")
        || !(encoding.equals("identity") || encoding.equals("gzip"))) {
      throw IngestProblems.mediaType();
    }
    long most = config.maxBody().asLongValue();
    if (length.orElse(0L) > most) {
      throw IngestProblems.tooLarge("more than " + most + " bytes");
    }
  }

  /** The unpacked body, bounded. */
  InputStream open(InputStream body, IngestConfig config) throws IOException {
    var timed = new TimedStream(body, config.maxTime(), System::nanoTime);
    var packed = new CountedStream(timed, config.maxBody().asLongValue());
    return encoding().equals("gzip")
        ? new InflatedStream(packed, config.maxInflated().asLongValue(), config.maxRatio())
        : packed;
  }

  private String encoding() {
    return contentEncoding.orElse("identity").strip().toLowerCase(Locale.ROOT);
  }
}
