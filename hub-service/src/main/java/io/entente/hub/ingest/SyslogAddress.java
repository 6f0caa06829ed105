package io.entente.hub.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Where gateways reach the syslog receiver, while it listens. Safe for many threads. */
@ApplicationScoped
public class SyslogAddress {

  private static final String ANY = "0.0.0.0";

  private final SyslogConfig config;
  private volatile Optional<Integer> bound = Optional.empty();

  SyslogAddress(SyslogConfig config) {
    this.config = config;
  }

  /** Host, port and whether lines have to be encrypted. */
  public record Reach(String host, int port, boolean tls) {}

  /** Empty while nothing listens. */
  public Optional<Reach> reach() {
    return bound.map(
        port ->
            new Reach(
                config.publicHost().orElse(config.host().equals(ANY) ? "127.0.0.1" : config.host()),
                config.publicPort().orElse(port),
                config.tls() == SyslogConfig.Tls.ON));
  }

  /** The port that is bound. */
  Optional<Integer> port() {
    return bound;
  }

  void listening(int port) {
    bound = Optional.of(port);
  }

  void closed() {
    bound = Optional.empty();
  }
}
