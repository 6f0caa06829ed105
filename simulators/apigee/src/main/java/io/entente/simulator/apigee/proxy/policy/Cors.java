package io.entente.simulator.apigee.proxy.policy;

import io.entente.simulator.apigee.proxy.exchange.Exchange;
import io.entente.simulator.apigee.proxy.exchange.Fault;
import io.entente.simulator.apigee.proxy.exchange.PolicyFault;
import io.entente.simulator.apigee.proxy.message.Message;
import io.entente.simulator.apigee.proxy.template.UnresolvedVariable;
import io.entente.simulator.apigee.proxy.wire.Headers;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * Answers preflight requests, and sets the headers of other answers just before they are sent, also
 * of errors. A request without {@code Origin} is none of its business.
 */
record Cors(String name, CorsSettings settings) implements Policy {

  private static final String SPACE = "cross_origin_resource_sharing.";

  static Policy read(String name, Element xml) throws BadPolicy {
    return new Cors(name, CorsSettings.read(xml));
  }

  @Override
  public void run(Exchange exchange) throws PolicyFault {
    Headers headers = exchange.request().headers();
    Optional<String> origin = headers.first("Origin");
    if (origin.isEmpty()) {
      return;
    }
    CorsSettings.Lists lists = lists(exchange);
    Optional<String> method = headers.first("Access-Control-Request-Method");
    boolean preflight = exchange.request().verb().equals("OPTIONS") && method.isPresent();
    boolean known = CorsSettings.lists(lists.origins(), origin.get(), false);
    List<String> asked = headers.values("Access-Control-Request-Headers");
    boolean accepted =
        preflight
            && known
            && CorsSettings.lists(lists.methods(), method.orElse(""), false)
            && asked.stream().allMatch(h -> CorsSettings.lists(lists.headers(), h, true));
    variables(exchange, lists, origin.get(), known, preflight, accepted);
    if (preflight && settings.answersPreflight()) {
      exchange.skipToResponse(Message.response(200));
      exchange.beforeSending(
          message -> {
            if (accepted) {
              message.headers().set("Access-Control-Allow-Methods", lists.methods());
              message.headers().set("Access-Control-Allow-Headers", lists.headers());
              message.headers().set("Access-Control-Max-Age", settings.maxAge());
              common(message.headers(), origin.get(), lists);
            }
          });
    } else if (known) {
      exchange.beforeSending(message -> common(message.headers(), origin.get(), lists));
    }
  }

  private CorsSettings.Lists lists(Exchange exchange) throws PolicyFault {
    try {
      return settings.lists(exchange);
    } catch (UnresolvedVariable missing) {
      throw new PolicyFault(
          Fault.step(
              500,
              "steps.cors.UnresolvedVariable",
              "CORS[" + name + "]: unable to resolve variable " + missing.variable()),
          settings.answersPreflight());
    }
  }

  private void common(Headers headers, String origin, CorsSettings.Lists lists) {
    headers.set("Access-Control-Allow-Origin", origin);
    settings.credentials().ifPresent(c -> headers.set("Access-Control-Allow-Credentials", c));
    if (!lists.exposed().isEmpty()) {
      headers.set("Access-Control-Expose-Headers", lists.exposed());
    }
  }

  private void variables(
      Exchange exchange,
      CorsSettings.Lists lists,
      String origin,
      boolean known,
      boolean preflight,
      boolean accepted) {
    Headers headers = exchange.request().headers();
    exchange.set(SPACE + "allow.origin", known ? origin : "");
    exchange.set(SPACE + "allow.origins.list", lists.origins());
    exchange.set(SPACE + "allow.methods", lists.methods());
    exchange.set(SPACE + "allow.headers", lists.headers());
    exchange.set(SPACE + "expose.headers", lists.exposed());
    exchange.set(SPACE + "max.age", settings.maxAge());
    settings.credentials().ifPresent(c -> exchange.set(SPACE + "allow.credentials", c));
    exchange.set(SPACE + "preflight.accepted", accepted);
    exchange.set(SPACE + "request.origin", origin);
    exchange.set(SPACE + "request.type", preflight ? "PRE_FLIGHT" : "ACTUAL");
    headers
        .first("Access-Control-Request-Method")
        .ifPresent(m -> exchange.set(SPACE + "request.method", m));
    headers
        .first("Access-Control-Request-Headers")
        .ifPresent(h -> exchange.set(SPACE + "request.headers", h));
  }
}
