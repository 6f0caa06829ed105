package io.entente.engine;

import io.entente.engine.Decision.Pass;
import io.entente.policy.CorrelationId;
import io.entente.policy.Cors;
import io.entente.policy.HeaderTransform;
import io.entente.policy.HeaderTransform.Edit;
import io.entente.policy.LogMasking;
import io.entente.policy.PolicySpec.Mode;
import io.entente.policy.resolution.EffectivePolicy;
import io.entente.policy.resolution.RouteResolution;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What a set of policies makes of an exchange. Stateless but for the {@link State} it is given; the
 * same calls give the same decisions.
 */
public final class PolicyEngine {

  private PolicyEngine() {}

  /**
   * The exchange with the id that {@code correlationId} gives it; the same where none is in force.
   * It comes before everything else, so that refusals can carry it too.
   *
   * @param freshIds random UUIDs, asked only where one is needed
   */
  public static Exchange identify(
      List<EffectivePolicy> policies, Exchange exchange, Supplier<UUID> freshIds) {
    Headers headers = exchange.requestHeaders();
    for (EffectivePolicy effective : policies) {
      var spec = effective.policy().spec();
      if (spec.kind() instanceof CorrelationId rule && spec.mode() == Mode.ENFORCE) {
        headers = CorrelationIdMeaning.identified(rule, headers, freshIds);
      }
    }
    return exchange.with(headers);
  }

  /**
   * The policies in force for an exchange: those for its caller, where the credentials that hold on
   * the route say who that is, else those for everybody. Who calls is found out by kinds that hold
   * for all callers alike, and nothing that comes before them differs by caller.
   */
  public static List<EffectivePolicy> inForce(
      RouteResolution resolution, Exchange exchange, Trust trust, State state, Instant now) {
    return resolution.callers().isEmpty()
        ? resolution.effective()
        : resolution.effective(
            Access.of(resolution.effective(), exchange, trust, state, now).caller());
  }

  /** {@link #evaluateRequest(List, Exchange, Trust, State, Instant)} where nobody is trusted. */
  public static Decision evaluateRequest(
      List<EffectivePolicy> policies, Exchange exchange, State state, Instant now) {
    return evaluateRequest(policies, exchange, Trust.none(), state, now);
  }

  /**
   * Preflights are answered first, then blocked routes; then addresses, agents, tokens, keys,
   * callers, sizes and bodies are refused; the limits judge what is left, on the headers the client
   * sent; a request all of them accept counts against each, any other against none. Then
   * credentials are taken off, and then come the header edits. {@code trafficLog} changes nothing.
   *
   * <p>An answer given here passes {@link #evaluateResponse} like one of the upstream.
   *
   * @param policies in order of application
   * @param trust by what callers are known
   * @param now of arrival; an instant before the latest one seen counts as that one
   */
  public static Decision evaluateRequest(
      List<EffectivePolicy> policies, Exchange exchange, Trust trust, State state, Instant now) {
    Instant arrival = state.advance(now);
    var admission = Admission.judge(policies, exchange, trust, state, arrival);
    if (admission.answer().isPresent()) {
      return admission.answer().get();
    }
    var limits = Limits.judge(policies, exchange, state, arrival);
    if (limits.rejection().isPresent()) {
      return limits.rejection().get();
    }
    var access = Access.of(policies, exchange, trust, state, arrival);
    return new Pass(
        edited(policies, HeaderTransform::request, access.hidden().requestHeaders()),
        access.hidden().query(),
        access.caller(),
        Stream.concat(admission.observed().stream(), limits.observed().stream()).toList());
  }

  /**
   * The answer that is kept for a request, with its age; empty when the upstream is to be asked.
   * Ask it of what {@link #evaluateRequest} let pass; the answer then passes {@link
   * #evaluateResponse} like one of the upstream.
   *
   * @param exchange as the client sent it
   */
  public static Optional<CachedAnswer> cached(
      List<EffectivePolicy> policies,
      Exchange exchange,
      Trust trust,
      State state,
      AnswerCache cache,
      Instant now) {
    return ResponseCacheMeaning.rule(policies)
        .flatMap(
            rule ->
                ResponseCacheMeaning.find(
                    rule,
                    exchange,
                    Access.of(policies, exchange, trust, state, now).caller(),
                    cache,
                    now))
        .map(
            found ->
                new CachedAnswer(found.aged(now), found.body(), found.keptAt(), found.until()));
  }

  /**
   * Keeps what the upstream answered, where a policy says so.
   *
   * @param exchange as the client sent it, answered by the upstream
   * @param body of the answer, one character a byte
   * @throws IllegalArgumentException an exchange that has no response yet
   */
  public static void keep(
      List<EffectivePolicy> policies,
      Exchange exchange,
      String body,
      Trust trust,
      State state,
      AnswerCache cache,
      Instant now) {
    var response = answer(exchange);
    ResponseCacheMeaning.rule(policies)
        .ifPresent(
            rule ->
                ResponseCacheMeaning.keep(
                    rule,
                    exchange,
                    Access.of(policies, exchange, trust, state, now).caller(),
                    response,
                    body,
                    cache,
                    now));
  }

  /**
   * Cookies that a cache takes off, the header edits of the response, then its id; what other
   * origins are told has the last word.
   *
   * @param exchange answered
   * @throws IllegalArgumentException an exchange that has no response yet
   */
  public static Decision evaluateResponse(List<EffectivePolicy> policies, Exchange exchange) {
    Headers said = answer(exchange).headers();
    Headers kept =
        ResponseCacheMeaning.rule(policies)
            .map(rule -> ResponseCacheMeaning.withoutCookies(rule, said))
            .orElse(said);
    Headers edited = edited(policies, HeaderTransform::response, kept);
    for (EffectivePolicy effective : policies) {
      var spec = effective.policy().spec();
      if (spec.kind() instanceof CorrelationId rule && spec.mode() == Mode.ENFORCE) {
        edited = CorrelationIdMeaning.echoed(rule, exchange, edited);
      }
    }
    for (EffectivePolicy effective : policies) {
      var spec = effective.policy().spec();
      if (spec.kind() instanceof Cors cors && spec.mode() == Mode.ENFORCE) {
        edited = CorsMeaning.respond(cors, exchange, edited);
      }
    }
    return new Pass(edited, List.of());
  }

  /** What of an exchange may be logged; the exchange itself is not changed. */
  public static Exchange logged(List<EffectivePolicy> policies, Exchange exchange) {
    Exchange logged = exchange;
    for (EffectivePolicy effective : policies) {
      var spec = effective.policy().spec();
      if (spec.kind() instanceof LogMasking rule && spec.mode() == Mode.ENFORCE) {
        logged = LogMaskingMeaning.masked(rule, logged);
      }
    }
    return logged;
  }

  private static Exchange.Response answer(Exchange exchange) {
    return exchange
        .response()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "exchange on " + exchange.route() + " has no response"));
  }

  private static Headers edited(
      List<EffectivePolicy> policies, Function<HeaderTransform, List<Edit>> side, Headers headers) {
    Headers edited = headers;
    for (EffectivePolicy effective : policies) {
      var spec = effective.policy().spec();
      if (spec.kind() instanceof HeaderTransform transform && spec.mode() == Mode.ENFORCE) {
        edited = HeaderTransformMeaning.apply(side.apply(transform), edited);
      }
    }
    return edited;
  }
}
