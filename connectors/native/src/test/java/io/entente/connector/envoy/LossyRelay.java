package io.entente.connector.envoy;

import io.envoyproxy.envoy.data.accesslog.v3.HTTPAccessLogEntry;
import io.envoyproxy.envoy.service.accesslog.v3.AccessLogServiceGrpc;
import io.envoyproxy.envoy.service.accesslog.v3.StreamAccessLogsMessage;
import io.envoyproxy.envoy.service.accesslog.v3.StreamAccessLogsResponse;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands between an Envoy's access log and its hub and loses some of it. */
final class LossyRelay extends AccessLogServiceGrpc.AccessLogServiceImplBase
    implements AutoCloseable {

  private final Random random;
  private final double share;
  private final Server server;
  private final ManagedChannel hub;
  private final AccessLogServiceGrpc.AccessLogServiceStub onward;
  final AtomicInteger lost = new AtomicInteger();

  LossyRelay(int hubPort, String token, double share, long seed) {
    this.random = new Random(seed);
    this.share = share;
    var headers = new Metadata();
    headers.put(
        Metadata.Key.of(EnvoyBootstrap.TOKEN_HEADER, Metadata.ASCII_STRING_MARSHALLER), token);
    this.hub = NettyChannelBuilder.forAddress("127.0.0.1", hubPort).usePlaintext().build();
    this.onward =
        AccessLogServiceGrpc.newStub(hub)
            .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
    try {
      this.server =
          NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", 0))
              .addService(this)
              .build()
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return server.getPort();
  }

  /** The cluster of it, as a native document. */
  String cluster() {
    return """
        name: relay
        connect_timeout: 5s
        type: STATIC
        typed_extension_protocol_options:
          envoy.extensions.upstreams.http.v3.HttpProtocolOptions:
            "@type": type.googleapis.com/envoy.extensions.upstreams.http.v3.HttpProtocolOptions
            explicit_http_config: {http2_protocol_options: {}}
        load_assignment:
          cluster_name: relay
          endpoints:
          - lb_endpoints:
            - endpoint: {address: {socket_address: {address: 127.0.0.1, port_value: %d}}}
        """
        .formatted(port());
  }

  @Override
  public StreamObserver<StreamAccessLogsMessage> streamAccessLogs(
      StreamObserver<StreamAccessLogsResponse> out) {
    var sent = onward.streamAccessLogs(out);
    return new StreamObserver<>() {
      @Override
      public void onNext(StreamAccessLogsMessage message) {
        var thinned = message.toBuilder();
        List<HTTPAccessLogEntry> all = message.getHttpLogs().getLogEntryList();
        thinned.getHttpLogsBuilder().clearLogEntry();
        for (HTTPAccessLogEntry entry : all) {
          if (random.nextDouble() < share) {
            lost.incrementAndGet();
          } else {
            thinned.getHttpLogsBuilder().addLogEntry(entry);
          }
        }
        sent.onNext(thinned.build());
      }

      @Override
      public void onError(Throwable t) {
        sent.onError(t);
      }

      @Override
      public void onCompleted() {
        sent.onCompleted();
      }
    };
  }

  @Override
  public void close() {
    server.shutdownNow();
    hub.shutdownNow();
  }
}
