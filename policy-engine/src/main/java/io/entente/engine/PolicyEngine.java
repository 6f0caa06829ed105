package io.entente.engine;

import io.entente.engine.Decision.Pass;
import io.entente.policy.HeaderTransform;
import io.entente.policy.HeaderTransform.Edit;
import io.entente.policy.PolicySpec.Mode;
import io.entente.policy.resolution.EffectivePolicy;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * What a set of policies makes of an exchange. Stateless but for the {@link State} it is given; the
 * same calls give the same decisions.
 */
public final class PolicyEngine {

  private PolicyEngine() {}

  /**
   * The limits judge first, on the headers the client sent; a request all of them accept counts
   * against each, any other against none. Then come the header edits.
   *
   * @param policies in order of application
   * @param now of arrival; an instant before the latest one seen counts as that one
   */
  public static Decision evaluateRequest(
      List<EffectivePolicy> policies, Exchange exchange, State state, Instant now) {
    var limits = Limits.judge(policies, exchange, state, state.advance(now));
    return limits
        .rejection()
        .<Decision>map(rejection -> rejection)
        .orElseGet(
            () ->
                new Pass(
                    edited(policies, HeaderTransform::request, exchange.requestHeaders()),
                    limits.observed()));
  }

  /**
   * The header edits of the response.
   *
   * @param exchange answered
   * @throws IllegalArgumentException an exchange that has no response yet
   */
  public static Decision evaluateResponse(List<EffectivePolicy> policies, Exchange exchange) {
    var response =
        exchange
            .response()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "exchange on " + exchange.route() + " has no response"));
    return new Pass(edited(policies, HeaderTransform::response, response.headers()), List.of());
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
