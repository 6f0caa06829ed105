package io.entente.policy.document;

import io.entente.model.estate.Endpoint;
import io.entente.model.estate.Upstream;
import io.entente.policy.shape.DurationShape;
import io.entente.policy.shape.Field;
import io.entente.policy.shape.ListShape;
import io.entente.policy.shape.ObjectShape;
import io.entente.policy.shape.Shape;
import io.entente.policy.shape.TextShape;
import io.entente.policy.shape.WholeNumberShape;
import java.time.Duration;
import java.util.List;

/** The member {@code upstream} of an Api document. */
final class UpstreamShape {

  private static final Field<String> HOST =
      Field.required(
          "host",
          TextShape.of("a host name or address", "[A-Za-z0-9.:-]{1,253}", 253),
          "A host name or address.");

  private static final Field<Integer> PORT =
      Field.required("port", WholeNumberShape.ints(1, 65535), "A TCP port.");

  private static final Field<List<Endpoint>> ENDPOINTS =
      Field.required(
          "endpoints",
          ListShape.distinct(
              ObjectShape.of(
                  List.of(HOST, PORT),
                  List.of(),
                  read -> new Endpoint(read.get(HOST), read.get(PORT)),
                  (endpoint, out) -> {
                    out.put(HOST, endpoint.host());
                    out.put(PORT, endpoint.port());
                  }),
              1),
          "Where requests go.");

  private static final Field<Duration> CONNECT_TIMEOUT =
      Field.withDefault(
          "connectTimeout",
          DurationShape.upTo(Duration.ofHours(1), DurationShape.Unit.MILLISECONDS),
          Duration.ofSeconds(5),
          "How long to wait for a connection, from 1ms to 1h.");

  static final Shape<Upstream> SHAPE =
      ObjectShape.of(
          List.of(ENDPOINTS, CONNECT_TIMEOUT),
          List.of(),
          read -> new Upstream(read.get(ENDPOINTS), read.get(CONNECT_TIMEOUT)),
          (upstream, out) -> {
            out.put(ENDPOINTS, upstream.endpoints());
            out.put(CONNECT_TIMEOUT, upstream.connectTimeout());
          });

  private UpstreamShape() {}
}
