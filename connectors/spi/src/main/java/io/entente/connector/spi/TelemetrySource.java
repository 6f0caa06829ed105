package io.entente.connector.spi;

/** Delivers what a gateway says of its traffic, until closed. */
public interface TelemetrySource extends AutoCloseable {

  /** Starts delivering to {@code sink}; called once. */
  void start(TelemetrySink sink);

  @Override
  void close();
}
