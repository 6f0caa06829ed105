package io.entente.hub.estate;

import io.entente.connector.spi.Connector;
import io.entente.connector.spi.TelemetrySink;
import io.entente.hub.outbound.OutboundGuard;
import io.entente.hub.traffic.decision.Decisions;
import io.entente.model.estate.Snapshot;
import io.entente.model.estate.Vendor;
import io.entente.model.identity.GatewayId;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.plan.ApplyDomain;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** One open connector a gateway, opened again when its document changes. Blocks. */
@ApplicationScoped
public class Connectors {
  private final Instance<ConnectorOpener> openers;
  private final Instance<TelemetrySink> sinks;
  private final OutboundGuard guard;
  private final Instance<ClaimView> claims;
  private final Instance<Decisions> decisions;
  private final Map<GatewayId, Opened> open = new ConcurrentHashMap<>();
  private final Map<GatewayId, Opened> pollers = new ConcurrentHashMap<>();

  public Connectors(
      Instance<ConnectorOpener> openers,
      Instance<TelemetrySink> sinks,
      OutboundGuard guard,
      Instance<ClaimView> claims,
      Instance<Decisions> decisions) {
    this.decisions = decisions;
    this.openers = openers;
    this.sinks = sinks;
    this.guard = guard;
    this.claims = claims;
  }

  private record Opened(GatewayDocument document, Connector connector) {}

  /**
   * The connector of the gateway, to be used at once: where its addresses lead is asked each time,
   * and the answer stays in this process's cache for the calls that follow. Its telemetry flows
   * from the first call on.
   *
   * @throws ProblemException VENDOR_UNSUPPORTED, OUTBOUND_REFUSED or OUTBOUND_UNRESOLVED
   */
  public Connector open(GatewayDocument gateway) {
    GatewayAddresses.of(gateway).require(guard);
    return current(open, gateway, () -> connect(gateway));
  }

  /**
   * The connector the schedule reads the gateway with. Never used for anything else, so a slow poll
   * keeps nobody waiting.
   *
   * @throws ProblemException VENDOR_UNSUPPORTED, OUTBOUND_REFUSED or OUTBOUND_UNRESOLVED
   */
  Connector poller(GatewayDocument gateway) {
    GatewayAddresses.of(gateway).require(guard);
    var opener = opener(gateway.gateway().vendor());
    return opener.watchedKinds().isEmpty()
        ? open(gateway)
        : current(pollers, gateway, () -> opener.openForPolling(gateway));
  }

  /** A connector for one test; the caller has asked the guard and closes it. */
  Optional<Connector> openOnce(GatewayDocument gateway, CalledWith credential) {
    return opener(gateway.gateway().vendor()).openOnce(gateway, credential);
  }

  /** Kinds that tell cheaply whether the gateway may be read. */
  Set<String> firstKinds(GatewayDocument gateway) {
    return opener(gateway.gateway().vendor()).firstKinds();
  }

  /** What of the gateway is read at every poll; empty for everything. */
  Set<String> watchedKinds(GatewayDocument gateway) {
    return opener(gateway.gateway().vendor()).watchedKinds();
  }

  private static Connector current(
      Map<GatewayId, Opened> connectors, GatewayDocument gateway, Supplier<Connector> fresh) {
    return connectors
        .compute(
            gateway.gateway().id(),
            (id, opened) -> {
              if (opened != null && opened.document().equals(gateway)) {
                return opened;
              }
              if (opened != null) {
                opened.connector().close();
              }
              return new Opened(gateway, fresh.get());
            })
        .connector();
  }

  /** What converges together on the gateway. */
  public ApplyDomain domain(GatewayDocument gateway) {
    return opener(gateway.gateway().vendor()).domain();
  }

  /** Who else writes to the gateway, as far as a read of it shows. */
  public List<ForeignWriter> foreignWriters(GatewayDocument gateway, Snapshot snapshot) {
    return opener(gateway.gateway().vendor())
        .foreignWriters(snapshot, ours(gateway, snapshot), open(gateway).describe());
  }

  private SortedMap<ObjectKey, NativeObject> ours(GatewayDocument gateway, Snapshot snapshot) {
    var ours = new TreeMap<ObjectKey, NativeObject>();
    if (claims.isResolvable()) {
      var is = gateway.gateway();
      claims
          .get()
          .claims(is.tenant(), is.id())
          .forEach(
              (key, parts) ->
                  Optional.ofNullable(snapshot.objects().get(key))
                      .ifPresent(object -> ours.put(key, object.withClaims(parts))));
    }
    return ours;
  }

  /** Closes the connector of a gateway that is no more. */
  public void close(GatewayId gateway) {
    for (var connectors : List.of(open, pollers)) {
      Opened opened = connectors.remove(gateway);
      if (opened != null) {
        opened.connector().close();
      }
    }
  }

  @PreDestroy
  void closeAll() {
    open.keySet().forEach(this::close);
    pollers.keySet().forEach(this::close);
  }

  private Connector connect(GatewayDocument gateway) {
    var connector = opener(gateway.gateway().vendor()).open(gateway);
    if (sinks.isResolvable()) {
      connector.telemetry().forEach(source -> source.start(decisions.get().telling(sinks.get())));
    }
    return connector;
  }

  private ConnectorOpener opener(Vendor vendor) {
    return openers.stream()
        .filter(opener -> opener.vendor() == vendor)
        .findFirst()
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.user(
                        "VENDOR_UNSUPPORTED",
                        "This hub has no connector for " + vendor.label() + ".",
                        "spec.vendor",
                        vendor.label(),
                        "Use a vendor that the schema of Gateway documents names.")));
  }
}
