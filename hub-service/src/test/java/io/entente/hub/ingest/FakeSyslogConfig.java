package io.entente.hub.ingest;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Settings of a test. */
record FakeSyslogConfig(
    Tls tls,
    Path folder,
    int maxConnections,
    int maxLine,
    int maxRefused,
    Duration firstLine,
    Duration retryAfter)
    implements SyslogConfig {

  static FakeSyslogConfig plain() {
    return new FakeSyslogConfig(
        Tls.PLAIN, Path.of("none"), 300, 4096, 5, Duration.ofSeconds(60), Duration.ofMillis(50));
  }

  FakeSyslogConfig encrypted(Path into) {
    return new FakeSyslogConfig(
        Tls.ON, into, maxConnections, maxLine, maxRefused, firstLine, retryAfter);
  }

  FakeSyslogConfig connections(int most) {
    return new FakeSyslogConfig(tls, folder, most, maxLine, maxRefused, firstLine, retryAfter);
  }

  FakeSyslogConfig firstLineIn(Duration time) {
    return new FakeSyslogConfig(tls, folder, maxConnections, maxLine, maxRefused, time, retryAfter);
  }

  @Override
  public boolean enabled() {
    return true;
  }

  @Override
  public String host() {
    return "127.0.0.1";
  }

  @Override
  public int port() {
    return 0;
  }

  @Override
  public Optional<String> publicHost() {
    return Optional.empty();
  }

  @Override
  public Optional<Integer> publicPort() {
    return Optional.empty();
  }

  @Override
  public Optional<Path> certificate() {
    return Optional.empty();
  }

  @Override
  public Optional<Path> key() {
    return Optional.empty();
  }
}
