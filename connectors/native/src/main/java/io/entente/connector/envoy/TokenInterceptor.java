package io.entente.connector.envoy;

import io.envoyproxy.envoy.config.core.v3.Node;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Lets only holders of a gateway token in, and only so many streams of one gateway. */
final class TokenInterceptor implements ServerInterceptor {

  private static final System.Logger LOG = System.getLogger(TokenInterceptor.class.getName());

  private static final Metadata.Key<String> TOKEN =
      Metadata.Key.of(EnvoyBootstrap.TOKEN_HEADER, Metadata.ASCII_STRING_MARSHALLER);

  private static final Context.Key<GatewayIdentity> CALLER = Context.key("entente-gateway");

  private final GatewayAuthenticator authenticator;
  private final int maxStreams;
  private final Map<GatewayIdentity, Integer> streams = new ConcurrentHashMap<>();

  TokenInterceptor(GatewayAuthenticator authenticator, int maxStreams) {
    this.authenticator = authenticator;
    this.maxStreams = maxStreams;
  }

  /** The authenticated caller of the current call. */
  static GatewayIdentity caller() {
    GatewayIdentity caller = CALLER.get();
    if (caller == null) {
      throw Status.UNAUTHENTICATED.asRuntimeException();
    }
    return caller;
  }

  /** Refuses a stream whose node says it belongs to another gateway than its token. */
  static void requireSame(GatewayIdentity caller, String nodeCluster) {
    if (!nodeCluster.equals(caller.gateway().value())) {
      LOG.log(
          Level.WARNING,
          "a node with the token of {0} calls itself {1}: refused",
          caller.gateway(),
          nodeCluster);
      throw Status.PERMISSION_DENIED
          .withDescription("node.cluster is not the gateway of the token")
          .asRuntimeException();
    }
  }

  /** How a log's sender names itself, once it is known to be of the gateway of its token. */
  static String nodeOf(GatewayIdentity caller, Node declared) {
    requireSame(caller, declared.getCluster());
    return declared.getId().isBlank() ? EnvoyBuild.UNKNOWN : declared.getId();
  }

  @Override
  public <Q, R> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
    String token = headers.get(TOKEN);
    Optional<GatewayIdentity> caller;
    try {
      caller =
          token == null || token.isBlank() ? Optional.empty() : authenticator.authenticate(token);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "authenticating a gateway failed", e);
      return refuse(call, Status.UNAVAILABLE.withDescription("cannot authenticate now, retry"));
    }
    if (caller.isEmpty()) {
      return refuse(call, Status.UNAUTHENTICATED.withDescription("unknown gateway token"));
    }
    GatewayIdentity identity = caller.get();
    if (streams.merge(identity, 1, Integer::sum) > maxStreams) {
      release(identity);
      return refuse(call, Status.RESOURCE_EXHAUSTED.withDescription("too many streams"));
    }
    return counted(
        identity,
        Contexts.interceptCall(Context.current().withValue(CALLER, identity), call, headers, next));
  }

  private <Q> ServerCall.Listener<Q> counted(
      GatewayIdentity identity, ServerCall.Listener<Q> listener) {
    var released = new AtomicBoolean();
    return new SimpleForwardingServerCallListener<>(listener) {
      @Override
      public void onCancel() {
        releaseOnce();
        super.onCancel();
      }

      @Override
      public void onComplete() {
        releaseOnce();
        super.onComplete();
      }

      private void releaseOnce() {
        if (released.compareAndSet(false, true)) {
          release(identity);
        }
      }
    };
  }

  private void release(GatewayIdentity identity) {
    streams.computeIfPresent(identity, (id, count) -> count == 1 ? null : count - 1);
  }

  private static <Q, R> ServerCall.Listener<Q> refuse(ServerCall<Q, R> call, Status status) {
    call.close(status, new Metadata());
    return new ServerCall.Listener<>() {};
  }
}
