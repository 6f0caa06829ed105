package io.entente.policy.document;

import io.entente.model.estate.Binding;
import io.entente.model.estate.Route;
import io.entente.model.estate.Upstream;
import io.entente.model.identity.GatewayId;
import io.entente.policy.shape.Field;
import io.entente.policy.shape.ListShape;
import io.entente.policy.shape.ObjectShape;
import io.entente.policy.shape.Shape;
import io.entente.policy.shape.TextShape;
import java.util.List;
import java.util.Optional;

/** The {@code spec} of an Api document. */
final class ApiSpecShape {

  static final Field<List<GatewayId>> GATEWAYS =
      Field.withDefault(
          "gateways",
          ListShape.distinct(NameShapes.NAME.as(GatewayId::new, GatewayId::value), 0),
          List.of(),
          "The gateways on which Entente makes the API.");

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
      Field.optional(
          "upstream", UpstreamShape.SHAPE, "Where requests go; needed when there are gateways.");

  static final Shape<ApiSpec> SHAPE =
      ObjectShape.of(
          List.of(GATEWAYS, BindingShape.BINDINGS, HOSTS, UPSTREAM, RouteShape.ROUTES),
          List.of(new UpstreamRule(), new BindingRule()),
          read ->
              new ApiSpec(
                  read.get(GATEWAYS),
                  read.get(BindingShape.BINDINGS),
                  read.get(HOSTS),
                  read.find(UPSTREAM),
                  read.get(RouteShape.ROUTES)),
          (spec, out) -> {
            out.put(GATEWAYS, spec.gateways());
            out.put(BindingShape.BINDINGS, spec.bindings());
            out.put(HOSTS, spec.hosts());
            spec.upstream().ifPresent(upstream -> out.put(UPSTREAM, upstream));
            out.put(RouteShape.ROUTES, spec.routes());
          });

  private ApiSpecShape() {}

  /** What an Api document says below {@code spec}. */
  record ApiSpec(
      List<GatewayId> gateways,
      List<Binding> bindings,
      List<String> hosts,
      Optional<Upstream> upstream,
      List<Route> routes) {}
}
