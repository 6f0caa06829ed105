package io.entente.policy.document;

import io.entente.model.estate.Binding;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.RouteName;
import io.entente.policy.shape.Field;
import io.entente.policy.shape.ListShape;
import io.entente.policy.shape.MapShape;
import io.entente.policy.shape.ObjectShape;
import io.entente.policy.shape.TextShape;
import java.util.List;
import java.util.SortedMap;

/** Where an API already lives, in an Api document. */
final class BindingShape {

  private static final Field<GatewayId> GATEWAY =
      Field.required(
          "gateway",
          NameShapes.NAME.as(GatewayId::new, GatewayId::value),
          "The gateway whose routes others make.");

  private static final Field<SortedMap<RouteName, String>> NATIVE_ROUTES =
      Field.required(
          "routes",
          new MapShape<>(
              NameShapes.NAME,
              TextShape.of(
                  "the gateway's own name or id of the route", "[^\\x00-\\x20\\x7f]+", 253),
              1,
              RouteName::new,
              RouteName::value),
          "Routes of this document to the gateway's own name or id of them.");

  static final Field<List<Binding>> BINDINGS =
      Field.withDefault(
          "bindings",
          ListShape.distinctBy(
              ObjectShape.of(
                  List.of(GATEWAY, NATIVE_ROUTES),
                  List.of(),
                  read -> new Binding(read.get(GATEWAY), read.get(NATIVE_ROUTES)),
                  (binding, out) -> {
                    out.put(GATEWAY, binding.gateway());
                    out.put(NATIVE_ROUTES, binding.routes());
                  }),
              0,
              "gateway",
              Binding::gateway),
          List.of(),
          "Gateways where the API already lives: policies reach its routes there, and Entente"
              + " leaves the routes themselves to those who made them.");

  private BindingShape() {}
}
