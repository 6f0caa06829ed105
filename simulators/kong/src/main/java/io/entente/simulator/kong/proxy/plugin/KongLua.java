package io.entente.simulator.kong.proxy.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import io.entente.simulator.kong.proxy.config.Json;
import io.entente.simulator.kong.proxy.exchange.Exchange;
import io.entente.simulator.kong.proxy.exchange.Hosts;
import io.entente.simulator.kong.proxy.exchange.Identity;
import io.entente.simulator.kong.proxy.exchange.QueryString;
import io.entente.simulator.kong.proxy.exchange.ResponseDraft;
import io.entente.simulator.kong.proxy.lua.LuaFunction;
import io.entente.simulator.kong.proxy.lua.LuaTable;
import io.entente.simulator.kong.proxy.lua.Nil;
import io.entente.simulator.kong.proxy.wire.Headers;
import io.entente.simulator.kong.proxy.wire.Wire;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What Lua code in configurations can read of an exchange. */
final class KongLua {

  private KongLua() {}

  /** The {@code kong} table, as far as it is modelled. */
  static LuaTable kong(Exchange exchange) {
    Headers headers = exchange.outgoing().headers();
    LuaTable request =
        LuaTable.partOf("kong.request")
            .with("get_header", LuaFunction.ofText(name -> orNil(headers.first(name))))
            .with("get_headers", (LuaFunction) arguments -> headers(headers))
            .with("get_method", get(() -> exchange.outgoing().method()))
            .with("get_path", get(exchange::normalPath))
            .with("get_raw_path", get(() -> exchange.head().path()))
            .with("get_path_with_query", get(() -> exchange.head().target()))
            .with("get_raw_query", get(() -> exchange.outgoing().query()))
            .with("get_scheme", get(() -> "http"))
            .with("get_host", get(() -> Hosts.name(exchange.head().headers())))
            .with("get_port", get(() -> (double) exchange.connection().listeningPort()))
            .with("get_query", (LuaFunction) arguments -> query(exchange))
            .with("get_query_arg", LuaFunction.ofText(name -> query(exchange).get(name)));
    LuaTable client =
        LuaTable.partOf("kong.client")
            .with("get_ip", get(() -> exchange.client().peer()))
            .with("get_forwarded_ip", get(() -> exchange.client().ip()))
            .with("get_consumer", get(() -> entity(exchange.identity().map(Identity::consumer))))
            .with(
                "get_credential",
                get(() -> entity(exchange.identity().flatMap(Identity::credential))));
    LuaTable response =
        LuaTable.partOf("kong.response")
            .with("get_status", get(() -> status(exchange)))
            .with("get_source", get(() -> source(exchange)))
            .with("get_header", LuaFunction.ofText(name -> responseHeader(exchange, name)));
    LuaTable router =
        LuaTable.partOf("kong.router")
            .with("get_route", get(() -> entity(exchange.match().map(match -> match.route()))))
            .with("get_service", get(() -> entity(exchange.service())));
    return LuaTable.partOf("kong")
        .with("request", request)
        .with("ctx", LuaTable.partOf("kong.ctx").with("shared", new LuaTable()))
        .with("client", client)
        .with("response", response)
        .with("router", router);
  }

  /** Headers by lower-case name; several values become a list. */
  static LuaTable headers(Headers headers) {
    var table = new LuaTable();
    headers.names().forEach(name -> table.with(name, several(headers.all(name))));
    return table;
  }

  static LuaTable query(Exchange exchange) {
    var table = new LuaTable();
    QueryString.parse(exchange.outgoing().query())
        .arguments()
        .forEach((name, values) -> table.with(name, several(values)));
    return table;
  }

  private static Object several(List<String> values) {
    if (values.size() == 1) {
      return QueryString.isBare(values.get(0)) ? Boolean.TRUE : values.get(0);
    }
    var list = new LuaTable();
    for (int i = 0; i < values.size(); i++) {
      list.with((double) (i + 1), values.get(i));
    }
    return list;
  }

  private static LuaFunction get(Supplier<Object> value) {
    return arguments -> value.get();
  }

  private static Object status(Exchange exchange) {
    return exchange.response().<Object>map(r -> (double) r.status()).orElse(Nil.NIL);
  }

  private static Object source(Exchange exchange) {
    return exchange
        .response()
        .<Object>map(r -> r.source() == ResponseDraft.Source.UPSTREAM ? "service" : "exit")
        .orElse(Nil.NIL);
  }

  private static Object responseHeader(Exchange exchange, String name) {
    return orNil(exchange.response().map(ResponseDraft::headers).flatMap(h -> h.first(name)));
  }

  private static Object entity(Optional<JsonNode> entity) {
    return entity.<Object>map(KongLua::value).orElse(Nil.NIL);
  }

  private static Object value(JsonNode node) {
    if (node.isObject()) {
      var table = new LuaTable();
      Json.fields(node).forEach((name, field) -> table.with(name, value(field)));
      return table;
    }
    if (node.isArray()) {
      var list = new LuaTable();
      for (int i = 0; i < node.size(); i++) {
        list.with((double) (i + 1), value(node.get(i)));
      }
      return list;
    }
    if (node.isNumber()) {
      return node.asDouble();
    }
    if (node.isBoolean()) {
      return node.asBoolean();
    }
    return node.isNull() ? Nil.NIL : Wire.of(node.asText());
  }

  private static Object orNil(Optional<? extends Object> value) {
    return value.<Object>map(found -> found).orElse(Nil.NIL);
  }
}
