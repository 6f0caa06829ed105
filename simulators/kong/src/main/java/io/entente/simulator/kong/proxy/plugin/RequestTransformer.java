package io.entente.simulator.kong.proxy.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import io.entente.simulator.kong.proxy.config.Json;
import io.entente.simulator.kong.proxy.config.PluginInstance;
import io.entente.simulator.kong.proxy.exchange.Answer;
import io.entente.simulator.kong.proxy.exchange.Exchange;
import io.entente.simulator.kong.proxy.exchange.Outgoing;
import io.entente.simulator.kong.proxy.exchange.QueryString;
import io.entente.simulator.kong.proxy.lua.LuaTable;
import io.entente.simulator.kong.proxy.lua.Scope;
import io.entente.simulator.kong.proxy.lua.Template;
import io.entente.simulator.kong.proxy.route.PathNormaliser;
import io.entente.simulator.kong.proxy.wire.Headers;
import io.entente.simulator.kong.proxy.wire.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** {@code request-transformer}: path, method, headers, body and query, in this order. */
final class RequestTransformer implements Plugin {

  private static final Set<String> BODYLESS = Set.of("GET", "HEAD", "TRACE");

  @Override
  public String name() {
    return "request-transformer";
  }

  @Override
  public int priority() {
    return 801;
  }

  @Override
  public Optional<Answer> access(Exchange exchange, PluginInstance instance) {
    JsonNode config = instance.config();
    Scope scope = scope(exchange);
    Outgoing request = exchange.outgoing();
    RequestVerbs headers = RequestVerbs.of(config, "headers", scope);
    RequestVerbs body = RequestVerbs.of(config, "body", scope);
    RequestVerbs query = RequestVerbs.of(config, "querystring", scope);
    Json.text(Json.object(config, "replace"), "uri")
        .ifPresent(uri -> path(request, Template.parse(uri).render(scope)));
    Json.text(config, "http_method").ifPresent(method -> method(request, method));
    transform(request, headers);
    if (!body.isEmpty()) {
      RequestBodyVerbs.transform(request, body);
    }
    if (!query.isEmpty()) {
      transformQuery(request, query);
    }
    return Optional.empty();
  }

  private static Scope scope(Exchange exchange) {
    var captures = new LuaTable();
    exchange
        .match()
        .ifPresent(
            match ->
                match
                    .captures()
                    .forEach(
                        (name, value) -> {
                          boolean number = name.matches("[0-9]+");
                          captures.with(number ? Double.valueOf(name) : name, value);
                        }));
    return new Scope()
        .with("headers", KongLua.headers(exchange.outgoing().headers()))
        .with("query_params", KongLua.query(exchange))
        .with("uri_captures", captures)
        .with("shared", new LuaTable());
  }

  private static void path(Outgoing request, String path) {
    if (!path.startsWith("/")) {
      throw new IllegalStateException("the path '" + path + "' does not start with a slash");
    }
    request.path(PathNormaliser.escape(path));
  }

  private static void method(Outgoing request, String method) {
    request.method(method.toUpperCase(Locale.ROOT));
    String type = request.headers().first("content-type").orElse("");
    boolean form = type.toLowerCase(Locale.ROOT).contains("application/x-www-form-urlencoded");
    if (BODYLESS.contains(request.method()) && form) {
      QueryString query = QueryString.parse(request.query());
      QueryString.parse(Wire.of(request.body()))
          .arguments()
          .forEach((name, values) -> values.forEach(value -> query.append(name, value)));
      request.query(query);
    }
  }

  private static void transform(Outgoing request, RequestVerbs verbs) {
    Headers headers = request.headers();
    verbs.remove().stream().filter(v -> !isHost(v)).forEach(v -> headers.remove(v.name()));
    for (NamedValue verb : verbs.rename()) {
      List<String> values = headers.all(verb.name());
      if (!isHost(verb) && !values.isEmpty() && verb.value().isPresent()) {
        headers.remove(verb.name());
        headers.setAll(verb.value().get(), values);
      }
    }
    for (NamedValue verb : verbs.replace()) {
      if (isHost(verb)) {
        verb.value().ifPresent(request::host);
      } else if (headers.has(verb.name())) {
        verb.value()
            .ifPresentOrElse(v -> headers.set(verb.name(), v), () -> headers.remove(verb.name()));
      }
    }
    for (NamedValue verb : verbs.add()) {
      if (!isHost(verb) && !headers.has(verb.name())) {
        verb.value().ifPresent(value -> headers.set(verb.name(), value));
      }
    }
    for (NamedValue verb : verbs.append()) {
      if (!isHost(verb)) {
        var all = new ArrayList<>(headers.all(verb.name()));
        verb.value().ifPresent(all::add);
        headers.setAll(verb.name(), all);
      }
    }
  }

  private static boolean isHost(NamedValue verb) {
    return verb.name().equalsIgnoreCase("host");
  }

  private static void transformQuery(Outgoing request, RequestVerbs verbs) {
    QueryString query = QueryString.parse(request.query());
    FieldVerbs.apply(query, verbs);
    request.query(query);
  }
}
