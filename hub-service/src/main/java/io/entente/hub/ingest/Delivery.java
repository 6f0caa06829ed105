package io.entente.hub.ingest;

import io.vertx.core.http.HttpServerRequest;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * A request that delivers logs, before its body is read.
 *
 * @param token the gateway's, where there is one
 * @param length of the body, where the request says
 * @param node the data-plane process, where the request names it
 * @param recording what is to be kept of it, where its address says
 */
record Delivery(
    Optional<String> token,
    Optional<String> contentType,
    Optional<String> contentEncoding,
    Optional<Long> length,
    Optional<String> node,
    Optional<String> recording) {

  /** The part of the path that says what is to be kept. */
  static final String RECORDING = "recording";

  private static final String BEARER = "bearer ";
  private static final Pattern NODE = Pattern.compile("[0-9A-Za-z._:-]{1,128}");

  /**
   * As a request says by its headers.
   *
   * @param recording the part of the path, null where there is none
   */
  static Delivery of(HttpServerRequest request, @Nullable String recording) {
    return new Delivery(
        header(request, "x-entente-gateway-token")
            .or(() -> header(request, "authorization").flatMap(Delivery::bearer)),
        header(request, "content-type"),
        header(request, "content-encoding"),
        header(request, "content-length").flatMap(Delivery::number),
        header(request, "x-entente-node").filter(name -> NODE.matcher(name).matches()),
        Optional.ofNullable(recording));
  }

  /** Throws the problem with what the request says of its body, if there is one. */
  void check(IngestConfig config, Set<String> types) {
    String encoding = encoding();
    if (!types.contains(type()) || !(encoding.equals("identity") || encoding.equals("gzip"))) {
      throw IngestProblems.mediaType(types);
    }
    long most = config.maxBody().asLongValue();
    if (length.orElse(0L) > most) {
      throw IngestProblems.tooLarge("more than " + most + " bytes");
    }
  }

  /** What the body says it is, without parameters. */
  String type() {
    return contentType.orElse("").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  /** Reads the unpacked body, bounded; throws the problem with it, if there is one. */
  <B> B read(InputStream body, IngestConfig config, BodyReader<B> reader) {
    try (InputStream unpacked = open(body, config)) {
      return reader.read(unpacked);
    } catch (BodyTooLargeException e) {
      throw IngestProblems.tooLarge(String.valueOf(e.getMessage()));
    } catch (ZipException | EOFException e) {
      throw IngestProblems.malformed("it is not gzip, or cut off");
    } catch (IOException e) {
      throw IngestProblems.malformed("it broke off on the way");
    }
  }

  private InputStream open(InputStream body, IngestConfig config) throws IOException {
    var packed = new CountedStream(body, config.maxBody().asLongValue());
    return packed()
        ? new InflatedStream(packed, config.maxInflated().asLongValue(), config.maxRatio())
        : packed;
  }

  /** Whether its body is to be unpacked. */
  boolean packed() {
    return encoding().equals("gzip");
  }

  private String encoding() {
    return contentEncoding.orElse("identity").strip().toLowerCase(Locale.ROOT);
  }

  private static Optional<String> header(HttpServerRequest request, String name) {
    return Optional.ofNullable(request.getHeader(name));
  }

  private static Optional<Long> number(String text) {
    try {
      return Optional.of(Long.parseLong(text)).filter(length -> length >= 0);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> bearer(String header) {
    return header.toLowerCase(Locale.ROOT).startsWith(BEARER)
        ? Optional.of(header.substring(BEARER.length()).strip())
        : Optional.empty();
  }
}
