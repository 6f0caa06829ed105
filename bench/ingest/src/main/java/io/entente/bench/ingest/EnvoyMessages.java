package io.entente.bench.ingest;

import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import com.google.protobuf.UInt32Value;
import io.envoyproxy.envoy.config.core.v3.Address;
import io.envoyproxy.envoy.config.core.v3.Node;
import io.envoyproxy.envoy.config.core.v3.RequestMethod;
import io.envoyproxy.envoy.config.core.v3.SocketAddress;
import io.envoyproxy.envoy.data.accesslog.v3.AccessLogCommon;
import io.envoyproxy.envoy.data.accesslog.v3.HTTPAccessLogEntry;
import io.envoyproxy.envoy.data.accesslog.v3.HTTPRequestProperties;
import io.envoyproxy.envoy.data.accesslog.v3.HTTPResponseProperties;
import io.envoyproxy.envoy.service.accesslog.v3.StreamAccessLogsMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Messages as Envoy streams them: a hundred entries each, about 185 bytes an entry. */
final class EnvoyMessages {

  static final int ENTRIES = 100;

  private final Random random = new Random(20261122);
  private final Node node;

  EnvoyMessages(String gateway) {
    this.node = Node.newBuilder().setId("envoy-1").setCluster(gateway).build();
  }

  List<byte[]> list(int count) {
    var messages = new ArrayList<byte[]>();
    for (int i = 0; i < count; i++) {
      var logs = StreamAccessLogsMessage.HTTPAccessLogEntries.newBuilder();
      for (int entry = 0; entry < ENTRIES; entry++) {
        logs.addLogEntry(entry());
      }
      messages.add(
          StreamAccessLogsMessage.newBuilder()
              .setIdentifier(
                  StreamAccessLogsMessage.Identifier.newBuilder()
                      .setNode(node)
                      .setLogName("entente"))
              .setHttpLogs(logs)
              .build()
              .toByteArray());
    }
    return messages;
  }

  private HTTPAccessLogEntry entry() {
    long now = System.currentTimeMillis() - random.nextInt(1000);
    int api = random.nextInt(200);
    return HTTPAccessLogEntry.newBuilder()
        .setCommonProperties(
            AccessLogCommon.newBuilder()
                .setStartTime(
                    Timestamp.newBuilder()
                        .setSeconds(now / 1000)
                        .setNanos(random.nextInt(1_000_000_000)))
                .setTimeToLastDownstreamTxByte(
                    Duration.newBuilder().setNanos(random.nextInt(99_000_000)))
                .setDownstreamRemoteAddress(
                    Address.newBuilder()
                        .setSocketAddress(
                            SocketAddress.newBuilder()
                                .setAddress("10.1.2." + random.nextInt(256))
                                .setPortValue(1024 + random.nextInt(60_000))))
                .setRouteName("api-" + api + "/route-" + random.nextInt(3)))
        .setRequest(
            HTTPRequestProperties.newBuilder()
                .setRequestMethod(RequestMethod.GET)
                .setAuthority("api.example.com")
                .setPath("/v1/orders/" + random.nextInt(1_000_000))
                .setRequestId(new UUID(random.nextLong(), random.nextLong()).toString()))
        .setResponse(
            HTTPResponseProperties.newBuilder()
                .setResponseCode(UInt32Value.of(random.nextInt(20) == 0 ? 503 : 200))
                .setResponseBodyBytes(random.nextInt(20_000))
                .setResponseCodeDetails("via_upstream"))
        .build();
  }
}
