package io.entente.connector.envoy;

import java.net.InetSocketAddress;

/**
 * How the control plane listens and what it bounds.
 *
 * @param bind address and port; port 0 takes a free one
 * @param maxMessageBytes longest message taken in
 * @param maxStreamsPerGateway open ADS and ALS streams of one gateway
 * @param workers threads that run calls; they may block on store and authenticator
 */
public record ControlPlaneSettings(
    InetSocketAddress bind, int maxMessageBytes, int maxStreamsPerGateway, int workers) {

  public ControlPlaneSettings {
    if (bind.isUnresolved()) {
      throw new IllegalArgumentException("bind address " + bind + " does not resolve");
    }
    if (maxMessageBytes < 1 || maxStreamsPerGateway < 1 || workers < 1) {
      throw new IllegalArgumentException(
          "maxMessageBytes "
              + maxMessageBytes
              + ", maxStreamsPerGateway "
              + maxStreamsPerGateway
              + " and workers "
              + workers
              + " must be positive");
    }
  }

  /** The usual bounds: 16 MiB, 1024 streams, 16 threads. */
  public static ControlPlaneSettings at(InetSocketAddress bind) {
    return new ControlPlaneSettings(bind, 16 << 20, 1024, 16);
  }
}
