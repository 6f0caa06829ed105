package io.entente.bench.ingest;

import io.entente.bench.kit.Figures;
import io.entente.bench.kit.HubProcess;
import io.envoyproxy.envoy.service.accesslog.v3.AccessLogServiceGrpc;
import io.envoyproxy.envoy.service.accesslog.v3.StreamAccessLogsMessage;
import io.envoyproxy.envoy.service.accesslog.v3.StreamAccessLogsResponse;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.Status;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Envoy's access log streamed to the hub, beside reading the same bytes only. */
final class AccessLogs {

  private static final String GATEWAY = "bench-envoy";
  private static final String TRAFFIC = "entente.traffic.v1";
  private static final int MESSAGES = 400;

  private final HubProcess hub;
  private final Figures figures;

  AccessLogs(HubProcess hub, Figures figures) {
    this.hub = hub;
    this.figures = figures;
  }

  void run(int rounds, double seconds) throws IOException, InterruptedException {
    String token = new BenchGateways(hub).envoy(GATEWAY, 10080);
    List<byte[]> messages = new EnvoyMessages(GATEWAY).list(MESSAGES);
    new BenchGateways(hub).awaitStored();
    parsed(messages, seconds);
    streamed(token, messages, seconds);
    var parsed = new double[rounds];
    var streamed = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      parsed[round] = parsed(messages, seconds);
      streamed[round] = streamed(token, messages, seconds);
    }
    figures.put("p2.parsed.eventsPerSecond", Figures.median(parsed));
    figures.put("p2.published.eventsPerSecond", Figures.median(streamed));
    figures.put("p2.toParsing", Figures.ratio(streamed, parsed));
  }

  /** Entries a second that one thread reads from bytes. */
  private static double parsed(List<byte[]> messages, double seconds) throws IOException {
    long begun = System.nanoTime();
    long end = begun + (long) (seconds * 1e9);
    long entries = 0;
    for (int next = 0; System.nanoTime() < end; next++) {
      var message = StreamAccessLogsMessage.parseFrom(messages.get(next % messages.size()));
      entries += message.getHttpLogs().getLogEntryCount();
    }
    return entries / ((System.nanoTime() - begun) / 1e9);
  }

  /** Entries a second of one stream that are on Kafka, the time to drain included. */
  private double streamed(String token, List<byte[]> messages, double seconds)
      throws IOException, InterruptedException {
    var channel = ManagedChannelBuilder.forAddress("127.0.0.1", hub.xds()).usePlaintext().build();
    try (var topic = new TopicEnd(hub.kafka(), TRAFFIC)) {
      long before = topic.records();
      var room = new Semaphore(0);
      var call =
          channel.newCall(
              AccessLogServiceGrpc.getStreamAccessLogsMethod().toBuilder(
                      RawMessages.INSTANCE,
                      AccessLogServiceGrpc.getStreamAccessLogsMethod().getResponseMarshaller())
                  .build(),
              CallOptions.DEFAULT);
      var headers = new Metadata();
      headers.put(
          Metadata.Key.of("x-entente-gateway-token", Metadata.ASCII_STRING_MARSHALLER), token);
      call.start(new Ready(call, room), headers);
      long begun = System.nanoTime();
      long end = begun + (long) (seconds * 1e9);
      long sent = 0;
      for (int next = 0; System.nanoTime() < end; next++) {
        if (!call.isReady() && !room.tryAcquire(1, TimeUnit.MINUTES)) {
          throw new IOException("the hub takes no access log");
        }
        room.drainPermits();
        call.sendMessage(messages.get(next % messages.size()));
        sent += EnvoyMessages.ENTRIES;
      }
      call.halfClose();
      while (topic.records() < before + sent) {
        if (System.nanoTime() > end + TimeUnit.MINUTES.toNanos(2)) {
          throw new IOException(topic.records() - before + " of " + sent + " are on Kafka");
        }
        TimeUnit.MILLISECONDS.sleep(5);
      }
      return sent / ((System.nanoTime() - begun) / 1e9);
    } finally {
      channel.shutdownNow();
    }
  }

  /** Says when there is room for more, and when the stream broke. */
  private static final class Ready extends ClientCall.Listener<StreamAccessLogsResponse> {

    private final ClientCall<byte[], StreamAccessLogsResponse> call;
    private final Semaphore room;

    Ready(ClientCall<byte[], StreamAccessLogsResponse> call, Semaphore room) {
      this.call = call;
      this.room = room;
    }

    @Override
    public void onReady() {
      if (call.isReady()) {
        room.release();
      }
    }

    @Override
    public void onClose(Status status, Metadata trailers) {
      if (!status.isOk() && status.getCode() != Status.Code.CANCELLED) {
        System.err.println("the stream of access logs ended: " + status);
      }
      room.release();
    }
  }
}
