package io.entente.connector.envoy;

import io.entente.model.problem.ProblemException;
import io.envoyproxy.envoy.service.discovery.v3.AggregatedDiscoveryServiceGrpc.AggregatedDiscoveryServiceImplBase;
import io.envoyproxy.envoy.service.discovery.v3.DiscoveryRequest;
import io.envoyproxy.envoy.service.discovery.v3.DiscoveryResponse;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/** ADS, state of the world. The gateway is that of the token, never that of a message. */
final class DiscoveryService extends AggregatedDiscoveryServiceImplBase {

  private static final System.Logger LOG = System.getLogger(DiscoveryService.class.getName());

  private final Fleets fleets;

  DiscoveryService(Fleets fleets) {
    this.fleets = fleets;
  }

  @Override
  public StreamObserver<DiscoveryRequest> streamAggregatedResources(
      StreamObserver<DiscoveryResponse> out) {
    return new Requests(TokenInterceptor.caller(), out);
  }

  /** Requests of one stream; gRPC hands them over one at a time. */
  private final class Requests implements StreamObserver<DiscoveryRequest> {

    private final GatewayIdentity caller;
    private final StreamObserver<DiscoveryResponse> out;
    private final GatewayFleet fleet;
    private final AdsStream stream;
    private volatile @Nullable String node;
    private boolean closed;

    Requests(GatewayIdentity caller, StreamObserver<DiscoveryResponse> out) {
      this.caller = caller;
      this.out = out;
      this.fleet = fleets.fleet(caller.gateway());
      this.stream = new AdsStream(this::send);
      // With a handler set, gRPC drops what is sent to a cancelled call instead of throwing.
      ((ServerCallStreamObserver<DiscoveryResponse>) out).setOnCancelHandler(this::end);
    }

    /** One broken stream must not keep a push from the others. */
    private void send(DiscoveryResponse response) {
      try {
        out.onNext(response);
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "ADS stream of " + caller.gateway() + " cannot be written", e);
      }
    }

    @Override
    public void onNext(DiscoveryRequest request) {
      if (closed) {
        return;
      }
      try {
        String known = node;
        String from = known == null ? begin(request) : known;
        var kind = ResourceKind.ofTypeUrl(request.getTypeUrl());
        if (kind.isPresent()) {
          fleet.request(from, stream, kind.get(), request);
        } else {
          LOG.log(
              Level.WARNING,
              "{0}/{1} asks for {2}, which is not served",
              caller.gateway(),
              from,
              request.getTypeUrl());
        }
      } catch (StatusRuntimeException e) {
        close(e);
      } catch (RuntimeException e) {
        LOG.log(Level.ERROR, "ADS stream of " + caller.gateway() + " failed", e);
        close(Status.UNAVAILABLE.withDescription("the hub failed, retry").asRuntimeException());
      }
    }

    @Override
    public void onError(Throwable t) {
      end();
    }

    @Override
    public void onCompleted() {
      end();
      if (!closed) {
        closed = true;
        out.onCompleted();
      }
    }

    private String begin(DiscoveryRequest request) {
      var declared = request.getNode();
      TokenInterceptor.requireSame(caller, declared.getCluster());
      if (declared.getId().isBlank()) {
        throw Status.INVALID_ARGUMENT.withDescription("node.id is empty").asRuntimeException();
      }
      try {
        fleets.refresh(caller.gateway());
      } catch (ProblemException e) {
        LOG.log(Level.ERROR, "{0}: {1}", caller.gateway(), e.getMessage());
      }
      if (!fleet.join(declared.getId(), stream)) {
        throw Status.RESOURCE_EXHAUSTED
            .withDescription("more than " + GatewayFleet.MAX_NODES + " nodes")
            .asRuntimeException();
      }
      node = declared.getId();
      fleet.describe(declared.getId(), EnvoyBuild.of(declared));
      return declared.getId();
    }

    private void close(StatusRuntimeException status) {
      end();
      closed = true;
      out.onError(status);
    }

    private void end() {
      String known = node;
      if (known != null) {
        fleet.leave(known, stream);
      }
    }
  }
}
