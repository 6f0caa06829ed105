package io.entente.hub.ingest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Settings under {@code entente.ingest.syslog}. */
@ConfigMapping(prefix = "entente.ingest.syslog")
public interface SyslogConfig {

  /** How lines come. */
  enum Tls {
    /** Encrypted. */
    ON,
    /** As they are: tokens and paths can be read on the way. */
    PLAIN
  }

  @WithDefault("true")
  boolean enabled();

  /** Address to bind. */
  @WithDefault("127.0.0.1")
  String host();

  /** Port to bind; 0 takes a free one. */
  @WithDefault("5140")
  int port();

  /** Host as gateways reach it; the bound one where not set. */
  Optional<String> publicHost();

  /** Port as gateways reach it; the bound one where not set. */
  Optional<Integer> publicPort();

  @WithDefault("on")
  Tls tls();

  /** PEM file of the certificate and its chain; self-signed once where not set. */
  Optional<Path> certificate();

  /** PEM file of the certificate's key, PKCS #8; set with the certificate or not at all. */
  Optional<Path> key();

  /** Folder of the self-signed certificate. */
  @WithDefault("${entente.data-dir:.entente/data}/syslog")
  Path folder();

  /** Most connections at once; the next is closed. */
  @WithDefault("256")
  int maxConnections();

  /** Longest line in bytes; a longer one is refused. */
  @WithDefault("65536")
  int maxLine();

  /** Refused lines in a row after which a connection is closed. */
  @WithDefault("20")
  int maxRefused();

  /** How long a connection may stay open before its first line of a gateway. */
  @WithDefault("PT30S")
  Duration firstLine();

  /** Pause before events that Kafka did not take are handed over again. */
  @WithDefault("PT1S")
  Duration retryAfter();
}
