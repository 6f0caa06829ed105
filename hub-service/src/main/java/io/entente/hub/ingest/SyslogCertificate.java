package io.entente.hub.ingest;

import io.vertx.core.net.PemKeyCertOptions;
import java.nio.file.Files;
import java.nio.file.Path;

/** The certificate of the syslog receiver: from the settings, or self-signed and kept. */
final class SyslogCertificate {

  private SyslogCertificate() {}

  /** Reads or makes it; blocks. */
  static PemKeyCertOptions of(SyslogConfig config) {
    if (config.certificate().isPresent() != config.key().isPresent()) {
      throw new IllegalStateException(
          "entente.ingest.syslog.certificate and .key are set together or not at all");
    }
    if (config.certificate().isPresent()) {
      return pem(config.certificate().get(), config.key().orElseThrow());
    }
    Path certificate = config.folder().resolve("certificate.pem");
    Path key = config.folder().resolve("key.pem");
    if (!Files.exists(key)) {
      SelfSigned.make(certificate, key, config.publicHost().orElse(config.host()));
    }
    return pem(certificate, key);
  }

  private static PemKeyCertOptions pem(Path certificate, Path key) {
    for (Path file : new Path[] {certificate, key}) {
      if (!Files.isReadable(file)) {
        throw new IllegalStateException("the syslog receiver cannot read " + file);
      }
    }
    return new PemKeyCertOptions()
        .setCertPath(certificate.toAbsolutePath().toString())
        .setKeyPath(key.toAbsolutePath().toString());
  }
}
