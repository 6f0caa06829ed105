package io.entente.hub.estate;

import io.entente.connector.envoy.AccessLogLedger;
import io.entente.connector.envoy.ControlPlaneSettings;
import io.entente.connector.envoy.NativeControlPlane;
import io.grpc.BindableService;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.net.InetSocketAddress;
import java.time.Clock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The one xDS server of this process, from start to stop. */
@ApplicationScoped
public class ControlPlane {
  private static final Logger LOG = Logger.getLogger(ControlPlane.class);

  private final PgResourceStore store;
  private final CredentialStore credentials;
  private final AccessLogLedger ledger;
  private final Instance<BindableService> services;
  private final String host;
  private final int port;
  private @Nullable NativeControlPlane running;

  public ControlPlane(
      PgResourceStore store,
      CredentialStore credentials,
      AccessLogLedger ledger,
      @Any Instance<BindableService> services,
      XdsConfig config) {
    this.services = services;
    this.ledger = ledger;
    this.store = store;
    this.credentials = credentials;
    this.host = config.host();
    this.port = config.port();
  }

  /** The running server; started by the first call. */
  public synchronized NativeControlPlane server() {
    NativeControlPlane server = running;
    if (server == null) {
      server =
          NativeControlPlane.start(
              ControlPlaneSettings.at(new InetSocketAddress(host, port)),
              store,
              credentials,
              ledger,
              services.stream().toList(),
              Clock.systemUTC());
      running = server;
      LOG.infof("xDS and access logs on %s:%d", host, server.port());
    }
    return server;
  }

  /** The address gateways reach it at. */
  public String host() {
    return host;
  }

  @PreDestroy
  synchronized void close() {
    if (running != null) {
      running.close();
      running = null;
    }
  }
}
