package io.entente.connector.envoy;

import io.entente.connector.spi.Convergence;
import io.entente.connector.spi.TelemetrySource;
import io.entente.model.identity.GatewayId;
import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The xDS control plane of all Envoy gateways: ADS, ALS and the counters of access logs on one
 * port. Safe between threads.
 *
 * <p>An update is sent in the order clusters, routes, listeners; clusters that are no longer wanted
 * go last. An Envoy that refuses any part of it is walked back, as a whole, to the configuration
 * before it and is not asked again until the store changes.
 */
public final class NativeControlPlane implements AutoCloseable {

  private final Server server;
  private final ExecutorService workers;
  private final Fleets fleets;
  private final AccessLogLedger ledger;
  private final Map<GatewayId, AccessLogFeed> feeds = new ConcurrentHashMap<>();

  private NativeControlPlane(
      ControlPlaneSettings settings,
      ResourceStore store,
      GatewayAuthenticator authenticator,
      AccessLogLedger ledger,
      List<? extends BindableService> more,
      InstantSource clock) {
    this.fleets = new Fleets(store, clock);
    this.ledger = ledger;
    this.workers = Executors.newFixedThreadPool(settings.workers(), NativeControlPlane::thread);
    var builder =
        NettyServerBuilder.forAddress(settings.bind())
            .executor(workers)
            .maxInboundMessageSize(settings.maxMessageBytes())
            .maxInboundMetadataSize(16 << 10)
            .maxConcurrentCallsPerConnection(64)
            .handshakeTimeout(10, TimeUnit.SECONDS)
            .keepAliveTime(30, TimeUnit.SECONDS)
            .keepAliveTimeout(20, TimeUnit.SECONDS)
            .permitKeepAliveTime(5, TimeUnit.SECONDS)
            .permitKeepAliveWithoutCalls(true)
            .intercept(new TokenInterceptor(authenticator, settings.maxStreamsPerGateway()))
            .addService(new DiscoveryService(fleets))
            .addService(new AccessLogService(caller -> feed(caller.gateway()), clock))
            .addService(new CounterService(ledger));
    more.forEach(builder::addService);
    this.server = builder.build();
  }

  /**
   * Starts listening.
   *
   * @param more further services on the same port, for holders of the same tokens
   * @throws UncheckedIOException when the address cannot be bound
   */
  public static NativeControlPlane start(
      ControlPlaneSettings settings,
      ResourceStore store,
      GatewayAuthenticator authenticator,
      AccessLogLedger ledger,
      List<? extends BindableService> more,
      InstantSource clock) {
    var plane = new NativeControlPlane(settings, store, authenticator, ledger, more, clock);
    try {
      plane.server.start();
    } catch (IOException e) {
      plane.workers.shutdownNow();
      throw new UncheckedIOException("cannot listen on " + settings.bind(), e);
    }
    return plane;
  }

  /** Who makes the current call, from within a service; by its token, never by what it says. */
  public static GatewayIdentity caller() {
    return TokenInterceptor.caller();
  }

  /** The port listened on. */
  public int port() {
    return server.getPort();
  }

  /**
   * Reads the store again and pushes what changed. Blocks on the store.
   *
   * @throws io.entente.model.problem.ProblemException when what is stored is not valid; Envoys keep
   *     what they have and are reported as REJECTED
   */
  public void refresh(GatewayId gateway) {
    fleets.refresh(gateway);
  }

  /** How far each process of the gateway has taken up what is stored. Never blocks. */
  public Convergence convergence(GatewayId gateway) {
    return new Convergence(fleets.fleet(gateway).states());
  }

  /** The gateway's access log; one sink at a time. */
  public TelemetrySource telemetry(GatewayId gateway) {
    return feed(gateway);
  }

  /** What became of the gateway's access log entries since start. */
  public AccessLogCounts accessLogCounts(GatewayId gateway) {
    return feed(gateway).counts();
  }

  List<EnvoyBuild> builds(GatewayId gateway) {
    return fleets.fleet(gateway).builds();
  }

  /** Ends all streams. Envoys keep serving what they have. */
  @Override
  public void close() {
    server.shutdownNow();
    try {
      server.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    workers.shutdown();
  }

  private AccessLogFeed feed(GatewayId gateway) {
    return feeds.computeIfAbsent(gateway, id -> new AccessLogFeed(id, ledger));
  }

  private static final AtomicInteger THREADS = new AtomicInteger();

  private static Thread thread(Runnable work) {
    var thread = new Thread(work, "entente-xds-" + THREADS.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }
}
