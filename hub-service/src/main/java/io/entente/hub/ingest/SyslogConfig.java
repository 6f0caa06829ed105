package io.entente.hub.ingest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMin;

/** Logs that gateways send as syslog over TCP, such as those of Apigee. */
@ConfigMapping(prefix = "entente.ingest.syslog")
public interface SyslogConfig {

  /** How lines come. */
  enum Tls {
    /** Encrypted. */
    ON,
    /** As they are: tokens and paths can be read on the way. */
    PLAIN
  }

  /** Whether it listens. Set it to false where no gateway sends syslog. */
  @WithDefault("true")
  boolean enabled();

  /** Address to bind. Set it when gateways send from other machines. */
  @WithDefault("127.0.0.1")
  String host();

  /** Port to bind; 0 takes a free one. Change it when the port is taken. */
  @WithDefault("5140")
  @Min(0)
  @Max(65535)
  int port();

  /** Host as gateways reach it; the bound one where not set. Set it behind a load balancer. */
  Optional<String> publicHost();

  /** Port as gateways reach it; the bound one where not set. Set it behind a load balancer. */
  Optional<Integer> publicPort();

  /**
   * Whether lines come encrypted: {@code on}, or {@code plain}, with which tokens and paths can be
   * read on the way. Take {@code plain} only where something else encrypts the way.
   */
  @WithDefault("on")
  Tls tls();

  /** PEM file of the certificate and its chain; self-signed once where not set. */
  Optional<Path> certificate();

  /** PEM file of the certificate's key, PKCS #8; set with the certificate or not at all. */
  Optional<Path> key();

  /** Folder of the self-signed certificate. Seldom changed. */
  @WithDefault("${entente.data-dir:.entente/data}/syslog")
  Path folder();

  /** Most connections at once; the next is closed. Raise it with the number of senders. */
  @WithDefault("256")
  @Min(1)
  int maxConnections();

  /** Longest line in bytes; a longer one is refused. Raise it where long paths are refused. */
  @WithDefault("65536")
  @Min(1024)
  int maxLine();

  /** Refused lines in a row after which a connection is closed. Seldom changed. */
  @WithDefault("20")
  @Min(1)
  int maxRefused();

  /** How long a connection may stay open before its first line of a gateway. Seldom changed. */
  @WithDefault("PT30S")
  @DurationMin(millis = 10)
  Duration firstLine();

  /** Pause before events that Kafka did not take are handed over again. Seldom changed. */
  @WithDefault("PT1S")
  @DurationMin(millis = 10)
  Duration retryAfter();
}
