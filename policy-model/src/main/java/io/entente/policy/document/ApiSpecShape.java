package io.entente.policy.document;

import io.entente.model.estate.Route;
import io.entente.model.estate.Upstream;
import io.entente.model.identity.GatewayId;
import io.entente.policy.shape.Field;
import io.entente.policy.shape.ListShape;
import io.entente.policy.shape.ObjectShape;
import io.entente.policy.shape.Shape;
import io.entente.policy.shape.TextShape;
import java.util.List;

/** The {@code spec} of an Api document. */
final class ApiSpecShape {

  private static final Field<List<GatewayId>> GATEWAYS =
      Field.withDefault(
          "gateways",
          ListShape.distinct(NameShapes.NAME.as(GatewayId::new, GatewayId::value), 0),
          List.of(),
          "The gateways that expose the API.");

  private static final Field<List<String>> HOSTS =
      Field.withDefault(
          "hosts",
          ListShape.distinct(
              TextShape.of(
                  "* for every host, or a host name in lower case without port",
                  "\\*|[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?",
                  253),
              1),
          List.of("*"),
          "The host names the API answers to; * means every host.");

  private static final Field<Upstream> UPSTREAM =
      Field.required("upstream", UpstreamShape.SHAPE, "Where requests go.");

  static final Shape<ApiSpec> SHAPE =
      ObjectShape.of(
          List.of(GATEWAYS, HOSTS, UPSTREAM, RouteShape.ROUTES),
          List.of(),
          read ->
              new ApiSpec(
                  read.get(GATEWAYS),
                  read.get(HOSTS),
                  read.get(UPSTREAM),
                  read.get(RouteShape.ROUTES)),
          (spec, out) -> {
            out.put(GATEWAYS, spec.gateways());
            out.put(HOSTS, spec.hosts());
            out.put(UPSTREAM, spec.upstream());
            out.put(RouteShape.ROUTES, spec.routes());
          });

  private ApiSpecShape() {}

  /** What an Api document says below {@code spec}. */
  record ApiSpec(
      List<GatewayId> gateways, List<String> hosts, Upstream upstream, List<Route> routes) {}
}
