package io.entente.simulator.kong;

/** The counters of the proxy in the text format of Prometheus. Any thread. */
@FunctionalInterface
public interface MetricsPage {

  /** The whole page, ready to be sent as {@code text/plain}. */
  String text();
}
