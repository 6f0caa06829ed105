package io.entente.translator.apigee;

import io.entente.engine.Decision;
import io.entente.engine.Exchange;
import io.entente.engine.Headers;
import io.entente.engine.Payload;
import io.entente.engine.PolicyEngine;
import io.entente.engine.State;
import io.entente.engine.Trust;
import io.entente.model.identity.ApiName;
import io.entente.model.identity.RouteName;
import io.entente.model.nativeobject.Blob;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.policy.Policy;
import io.entente.policy.resolution.RouteTarget;
import io.entente.translator.Translation;
import io.entente.translator.TranslationRequest;
import io.entente.translator.testkit.CaseRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** One request with credentials, by the engine and by the hooks of a proxy of others. */
final class AccessLane {

  static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  private final TranslationRequest request;
  private final SortedMap<ObjectKey, SortedMap<String, Blob>> written;
  private final State state = new State(1_000);
  Trust trust;
  Instant now = NOW;
  String body = "";

  /** What follows the base path. */
  String suffix = "";

  /** The proxy that is asked. */
  String proxy = "orders";

  final Outside outside = new Outside();

  AccessLane(List<Policy> policies, Trust trust) {
    this(Worlds.world(), policies, trust);
  }

  private AccessLane(World world, List<Policy> policies, Trust trust) {
    this(world, Worlds.request(world, Worlds.bound(Worlds.ALL), policies), trust);
  }

  private AccessLane(World world, TranslationRequest request, Trust trust) {
    this(world, request, new ApigeeTranslator().translate(request), trust);
  }

  /** Of a translation that may be another than that of the request. */
  AccessLane(World world, TranslationRequest request, Translation translation, Trust trust) {
    this.request = request;
    this.written = world.written(translation);
    this.trust = trust;
  }

  /** What becomes of a request: 0 and what the upstream sees, or the status of the answer. */
  record Result(int status, Headers headers, String query) {}

  Result meant(String method, Headers headers, String query) {
    var target = new RouteTarget(CaseRequest.GATEWAY, new ApiName("shop"), new RouteName("all"));
    var exchange =
        new Exchange(
                target,
                method,
                Worlds.BASE + suffix,
                headers,
                Optional.of("10.0.0.1"),
                Optional.empty())
            .withQuery(query)
            .withBody(Payload.of(body));
    Decision decision =
        PolicyEngine.evaluateRequest(
            PolicyEngine.inForce(request.resolution(target), exchange, trust, state, now),
            exchange,
            trust,
            state,
            now);
    if (decision instanceof Decision.Reject reject) {
      return refused(reject.status());
    }
    var pass = (Decision.Pass) decision;
    return new Result(0, pass.headers(), pass.query());
  }

  Result done(String method, Headers headers, String query) {
    Message message = message(method, headers, query);
    return run(message)
        .map(AccessLane::refused)
        .orElseGet(() -> new Result(0, message.request, message.query));
  }

  /** All that a caller, the upstream and an issuer meet of it, as text. */
  String met(Asked asked) {
    body = asked.body();
    suffix = asked.suffix();
    Message message = message(asked.method(), asked.headers(), asked.query());
    int before = outside.questions.size();
    Optional<Integer> fault = run(message);
    return fault.map(status -> status + " " + message.refusal()).orElseGet(message::passed)
        + outside.questions.subList(before, outside.questions.size());
  }

  private Message message(String method, Headers headers, String query) {
    var message = new Message(proxy, suffix, method, "10.0.0.1", now, headers, Headers.none());
    message.path = Worlds.BASE + suffix;
    message.query = query;
    message.keys = trust.callersByApiKey();
    message.outside = outside;
    message.content = body;
    return message;
  }

  private Optional<Integer> run(Message message) {
    for (String flow : List.of("entente-prod-pre-proxy", "entente-prod-pre-target")) {
      Optional<Integer> fault =
          Optional.ofNullable(written.get(new ObjectKey("sharedflows", flow)))
              .map(Interpreter::new)
              .flatMap(
                  bundle ->
                      bundle.run(
                          "sharedflowbundle/policies/",
                          bundle.steps("sharedflowbundle/sharedflows/default.xml"),
                          message));
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  static Result refused(int status) {
    return new Result(status, Headers.none(), "");
  }
}
