package io.entente.hub.ingest;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

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

  private static final String BEARER = "bearer ";

  /** From the headers of a request, absent ones as null. */
  static Delivery of(
      @Nullable String token,
      @Nullable String authorization,
      @Nullable String type,
      @Nullable String encoding,
      @Nullable Long length,
      @Nullable String node) {
    return new Delivery(
        Optional.ofNullable(token)
            .or(() -> Optional.ofNullable(authorization).flatMap(Delivery::bearer)),
        Optional.ofNullable(type),
        Optional.ofNullable(encoding),
        Optional.ofNullable(length),
        Optional.ofNullable(node).filter(n -> n.matches("[0-9A-Za-z._:-]{1,128}")));
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
    } catch (BodyTooSlowException e) {
      throw IngestProblems.tooSlow(String.valueOf(e.getMessage()));
    } catch (ZipException | EOFException e) {
      throw IngestProblems.malformed("it is not gzip, or cut off");
    } catch (IOException e) {
      throw IngestProblems.malformed("it broke off on the way");
    }
  }

  private InputStream open(InputStream body, IngestConfig config) throws IOException {
    var timed = new TimedStream(body, config.maxTime(), System::nanoTime);
    var packed = new CountedStream(timed, config.maxBody().asLongValue());
    return encoding().equals("gzip")
        ? new InflatedStream(packed, config.maxInflated().asLongValue(), config.maxRatio())
        : packed;
  }

  private String encoding() {
    return contentEncoding.orElse("identity").strip().toLowerCase(Locale.ROOT);
  }

  private static Optional<String> bearer(String header) {
    return header.toLowerCase(Locale.ROOT).startsWith(BEARER)
        ? Optional.of(header.substring(BEARER.length()).strip())
        : Optional.empty();
  }
}
