package io.entente.policy.document;

import io.entente.policy.Cors;
import io.entente.policy.shape.BooleanShape;
import io.entente.policy.shape.DurationShape;
import io.entente.policy.shape.Field;
import io.entente.policy.shape.ListShape;
import io.entente.policy.shape.ObjectShape;
import io.entente.policy.shape.Shape;
import java.time.Duration;
import java.util.List;

/** The member {@code cors}. */
final class CorsShape {

  static final Field<List<String>> ALLOW_ORIGINS =
      Field.required(
          "allowOrigins",
          ListShape.distinct(new OriginShape(), 1),
          "Origins whose pages may use the route; * alone means every origin.");

  private static final Field<List<String>> ALLOW_METHODS =
      Field.required(
          "allowMethods", ListShape.distinct(NameShapes.METHOD, 1), "Methods such pages may use.");

  private static final Field<List<String>> ALLOW_HEADERS =
      headers("allowHeaders", "Request headers such pages may send beyond the usual ones.");

  private static final Field<List<String>> EXPOSE_HEADERS =
      headers("exposeHeaders", "Response headers such pages may read beyond the usual ones.");

  static final Field<Boolean> ALLOW_CREDENTIALS =
      Field.withDefault(
          "allowCredentials",
          new BooleanShape(),
          false,
          "Whether browsers send cookies and the like along; not with *.");

  private static final Field<Duration> MAX_AGE =
      Field.withDefault(
          "maxAge",
          DurationShape.fromZeroTo(Duration.ofHours(24), DurationShape.Unit.SECONDS),
          Duration.ofSeconds(5),
          "How long a browser may keep the answer to its question, from 0s to 24h.");

  static final Shape<Cors> SHAPE =
      ObjectShape.of(
          List.of(
              ALLOW_ORIGINS,
              ALLOW_METHODS,
              ALLOW_HEADERS,
              EXPOSE_HEADERS,
              ALLOW_CREDENTIALS,
              MAX_AGE),
          List.of(new AnyOriginRule()),
          read ->
              new Cors(
                  read.get(ALLOW_ORIGINS),
                  read.get(ALLOW_METHODS),
                  read.get(ALLOW_HEADERS),
                  read.get(EXPOSE_HEADERS),
                  read.get(ALLOW_CREDENTIALS),
                  read.get(MAX_AGE)),
          (cors, out) -> {
            out.put(ALLOW_ORIGINS, cors.allowOrigins());
            out.put(ALLOW_METHODS, cors.allowMethods());
            out.put(ALLOW_HEADERS, cors.allowHeaders());
            out.put(EXPOSE_HEADERS, cors.exposeHeaders());
            out.put(ALLOW_CREDENTIALS, cors.allowCredentials());
            out.put(MAX_AGE, cors.maxAge());
          });

  private CorsShape() {}

  private static Field<List<String>> headers(String name, String doc) {
    return Field.withDefault(
        name,
        ListShape.distinct(
            NameShapes.HEADER.except(
                List.of("*"), "the name of a header in lower case; * is not one"),
            0),
        List.of(),
        doc);
  }
}
