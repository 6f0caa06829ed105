package io.entente.simulator.kong.proxy;

import com.fasterxml.jackson.databind.JsonNode;
import io.entente.simulator.kong.proxy.config.Json;
import io.entente.simulator.kong.proxy.exchange.Answer;
import io.entente.simulator.kong.proxy.exchange.Exchange;
import io.entente.simulator.kong.proxy.exchange.Hosts;
import io.entente.simulator.kong.proxy.exchange.NotEnforced;
import io.entente.simulator.kong.proxy.exchange.ResponseDraft;
import io.entente.simulator.kong.proxy.exchange.ResponseDraft.Source;
import io.entente.simulator.kong.proxy.plugin.Plugin;
import io.entente.simulator.kong.proxy.plugin.PluginChain;
import io.entente.simulator.kong.proxy.route.RouteMatch;
import io.entente.simulator.kong.proxy.upstream.Outcome;
import io.entente.simulator.kong.proxy.wire.Headers;
import io.entente.simulator.kong.proxy.wire.RequestHead;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Takes one request from its route to its log entry. Any thread. */
final class Gateway {

  private final List<Plugin> plugins;
  private final Forwarder forwarder;

  Gateway(List<Plugin> plugins, Forwarder forwarder) {
    this.plugins = plugins;
    this.forwarder = forwarder;
  }

  /**
   * Answers one well-formed request.
   *
   * @return whether the connection can take another
   */
  boolean serve(Exchange exchange, String path, ClientSocket client) throws IOException {
    RequestHead head = exchange.head();
    Optional<RouteMatch> match =
        exchange
            .snapshot()
            .routes()
            .match(
                head.method(),
                Hosts.asSent(head.headers()),
                path,
                head.headers(),
                exchange.connection().listeningPort());
    var chain = new PluginChain(plugins);
    if (match.isEmpty()) {
      Optional<Answer> refused = chain.globalOnly(exchange);
      return finish(
          exchange,
          chain,
          refused.orElseGet(() -> exchange.error(404, "no Route matched with those values")),
          client);
    }
    exchange.matched(path, match.get());
    exchange.outgoing().path(Forwarding.path(match.get()));
    Optional<Answer> https = HttpsOnly.check(exchange, match.get().route());
    if (https.isPresent()) {
      chain.globalOnly(exchange);
      return finish(exchange, chain, https.get(), client);
    }
    Optional<Answer> early = chain.access(exchange);
    if (early.isPresent()) {
      return finish(exchange, chain, early.get(), client);
    }
    if (match.get().service().isEmpty()) {
      Answer none = exchange.error(503, "no Service found with those values");
      return finish(exchange, chain, none, client);
    }
    return proxy(exchange, chain, match.get().service().get(), client);
  }

  /** Answers what is not HTTP as nginx accepts it; the connection is over. */
  void refuse(Exchange exchange, ClientSocket client) throws IOException {
    var chain = new PluginChain(plugins);
    chain.globalOnly(exchange);
    boolean unused = finish(exchange, chain, Answer.bare(400), client);
  }

  private boolean proxy(Exchange exchange, PluginChain chain, JsonNode service, ClientSocket client)
      throws IOException {
    String protocol = Json.text(service, "protocol", "http");
    if (!protocol.equals("http")) {
      String message = "the simulator does not speak " + protocol + " to services";
      return finish(exchange, chain, exchange.error(500, message), client);
    }
    if (exchange.head().headers().has("upgrade")) {
      String message = "the simulator does not enforce changes of protocol";
      return finish(exchange, chain, exchange.error(500, message), client);
    }
    Forwarder.Result result;
    try {
      result = forwarder.forward(exchange, service, client::left);
    } catch (NotEnforced unknown) {
      return finish(exchange, chain, exchange.error(500, "" + unknown.getMessage()), client);
    }
    if (result instanceof Forwarder.Result.NoAddress none) {
      return finish(exchange, chain, exchange.error(503, none.message()), client);
    }
    Outcome outcome = ((Forwarder.Result.Ended) result).outcome();
    if (outcome instanceof Outcome.Reply reply) {
      ResponseDraft draft = Drafts.of(exchange, reply);
      return finish(exchange, chain, draft, reply.complete(), client);
    }
    if (outcome instanceof Outcome.Failed failed) {
      return finish(exchange, chain, Answer.bare(failed.status()), client);
    }
    byte[] raw = outcome instanceof Outcome.NotHttp bytes ? bytes.bytes() : new byte[0];
    int status = outcome instanceof Outcome.NotHttp ? 200 : 499;
    client.out().write(raw);
    client.out().flush();
    exchange.response(new ResponseDraft(status, new Headers(), raw, Source.UPSTREAM));
    exchange.sentBytes(raw.length);
    exchange.clock().ended();
    chain.log(exchange);
    return false;
  }

  private boolean finish(Exchange exchange, PluginChain chain, Answer answer, ClientSocket client)
      throws IOException {
    if (exchange.tries().isEmpty()) {
      exchange.clock().answered();
    }
    return finish(exchange, chain, Drafts.of(exchange, answer), true, client);
  }

  private boolean finish(
      Exchange exchange,
      PluginChain chain,
      ResponseDraft draft,
      boolean complete,
      ClientSocket client)
      throws IOException {
    exchange.response(draft);
    chain.answered(exchange, draft);
    chain.filterBody(exchange, draft);
    Drafts.finish(exchange, draft);
    boolean keepAlive = complete && client.keepsAlive(exchange.head());
    try {
      exchange.sentBytes(
          AnswerWriter.write(client.out(), exchange.head(), draft, complete, keepAlive));
    } finally {
      exchange.clock().ended();
      chain.log(exchange);
    }
    return keepAlive;
  }
}
