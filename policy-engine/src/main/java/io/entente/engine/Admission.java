package io.entente.engine;

import io.entente.engine.Decision.Observed;
import io.entente.engine.Decision.Reject;
import io.entente.engine.JwtMeaning.Refusal;
import io.entente.policy.AccessBlock;
import io.entente.policy.ApiKey;
import io.entente.policy.BasicAuth;
import io.entente.policy.BotDetection;
import io.entente.policy.ConsumerAccess;
import io.entente.policy.Cors;
import io.entente.policy.GraphqlIntrospection;
import io.entente.policy.GraphqlLimits;
import io.entente.policy.GraphqlSchema;
import io.entente.policy.IpFilter;
import io.entente.policy.Jwt;
import io.entente.policy.Mtls;
import io.entente.policy.OAuth2Introspection;
import io.entente.policy.OpenApiValidation;
import io.entente.policy.Policy;
import io.entente.policy.PolicyKind;
import io.entente.policy.PolicySpec.Mode;
import io.entente.policy.RequestSize;
import io.entente.policy.resolution.EffectivePolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What answers a request before anything counts it: a certificate, then a preflight, then a block,
 * then an address, then an agent, then a token, signed or asked for, then a key, then a password,
 * then who that is, then a size, then what the body holds.
 */
final class Admission {

  private final List<Observed> observed = new ArrayList<>();
  private Optional<Reject> answer = Optional.empty();

  private Admission() {}

  static Admission judge(
      List<EffectivePolicy> policies, Exchange exchange, Trust trust, State state, Instant now) {
    var admission = new Admission();
    admission.ask(
        policies,
        Mtls.class,
        (rule, policy) ->
            MtlsMeaning.refused(rule, exchange)
                .map(
                    refusal ->
                        refused(
                            policy,
                            refusal.status(),
                            "certificate not allowed\n",
                            refusal.rule())));
    admission.ask(
        policies,
        Cors.class,
        (cors, policy) ->
            CorsMeaning.preflight(cors, exchange)
                .map(headers -> answered(policy, cors, exchange, headers)));
    admission.ask(
        policies, AccessBlock.class, (block, policy) -> Optional.of(blocked(policy, block)));
    admission.ask(
        policies,
        IpFilter.class,
        (filter, policy) ->
            IpFilterMeaning.refusedBy(filter, exchange)
                .map(rule -> refused(policy, 403, "address not allowed\n", rule)));
    admission.ask(
        policies,
        BotDetection.class,
        (rule, policy) ->
            BotDetectionMeaning.refusedBy(rule, exchange)
                .map(field -> refused(policy, 403, "agent not allowed\n", field)));
    admission.ask(
        policies,
        Jwt.class,
        (rule, policy) ->
            JwtMeaning.refused(rule, exchange, trust, now)
                .map(refusal -> unauthorized(policy, refusal.status(), "Bearer", refusal.rule())));
    admission.ask(
        policies,
        OAuth2Introspection.class,
        (rule, policy) ->
            OAuth2IntrospectionMeaning.refused(rule, exchange, trust, state, now)
                .map(refusal -> unauthorized(policy, refusal.status(), "Bearer", refusal.rule())));
    admission.ask(
        policies,
        ApiKey.class,
        (rule, policy) ->
            ApiKeyMeaning.refusedBy(rule, exchange, trust)
                .map(field -> unauthorized(policy, 401, "Key", field)));
    admission.ask(
        policies,
        BasicAuth.class,
        (rule, policy) ->
            BasicAuthMeaning.refusedBy(rule, exchange, trust)
                .map(
                    field ->
                        unauthorized(policy, 401, "Basic realm=\"" + rule.realm() + "\"", field)));
    admission.ask(
        policies,
        ConsumerAccess.class,
        (rule, policy) ->
            ConsumerAccessMeaning.refusedBy(
                    rule, Access.of(policies, exchange, trust, state, now).identity())
                .map(field -> refused(policy, 403, "caller not allowed\n", field)));
    admission.ask(
        policies,
        RequestSize.class,
        (size, policy) ->
            exchange.requestBytes() > size.maxBytes()
                ? Optional.of(refused(policy, 413, "request too large\n", "requestSize.maxBytes"))
                : Optional.empty());
    Payloads.judge(policies, exchange, admission::heed);
    admission.ask(
        policies,
        GraphqlLimits.class,
        (rule, policy) ->
            GraphqlMeaning.refused(rule, exchange).map(refusal -> unread(policy, refusal)));
    admission.ask(
        policies,
        GraphqlIntrospection.class,
        (rule, policy) ->
            GraphqlMeaning.refused(rule, exchange).map(refusal -> unread(policy, refusal)));
    admission.ask(
        policies,
        GraphqlSchema.class,
        (rule, policy) ->
            GraphqlMeaning.refused(rule, exchange).map(refusal -> unread(policy, refusal)));
    admission.ask(
        policies,
        OpenApiValidation.class,
        (rule, policy) ->
            OpenApiMeaning.refused(rule, exchange).map(refusal -> unread(policy, refusal)));
    return admission;
  }

  private <K extends PolicyKind> void ask(
      List<EffectivePolicy> policies, Class<K> kind, BiFunction<K, Policy, Optional<Reject>> rule) {
    for (EffectivePolicy effective : policies) {
      Policy policy = effective.policy();
      if (kind.isInstance(policy.spec().kind())) {
        rule.apply(kind.cast(policy.spec().kind()), policy)
            .ifPresent(reject -> heed(policy, reject));
      }
    }
  }

  /** The first that answers. */
  Optional<Reject> answer() {
    return answer;
  }

  List<Observed> observed() {
    return observed;
  }

  private void heed(Policy policy, Reject reject) {
    if (policy.spec().mode() == Mode.OBSERVE) {
      observed.add(new Observed(policy.id(), reject.rule()));
    } else if (answer.isEmpty()) {
      answer = Optional.of(reject);
    }
  }

  private static Reject answered(Policy policy, Cors cors, Exchange exchange, Headers headers) {
    String rule = CorsMeaning.allowed(cors, exchange) ? "cors.preflight" : "cors.allowOrigins";
    return new Reject(200, headers, "", policy.id(), rule);
  }

  private static Reject blocked(Policy policy, AccessBlock block) {
    return new Reject(
        block.status(),
        Headers.of(Map.of("content-type", List.of(block.contentType()))),
        block.body(),
        policy.id(),
        "accessBlock");
  }

  private static Reject unauthorized(Policy policy, int status, String scheme, String rule) {
    return status == 401
        ? new Reject(
            status,
            Headers.of(Map.of("www-authenticate", List.of(scheme))),
            "credentials required\n",
            policy.id(),
            rule)
        : refused(policy, status, "not allowed\n", rule);
  }

  private static Reject unread(Policy policy, Refusal refusal) {
    return refused(
        policy,
        refusal.status(),
        refusal.status() == 403 ? "not allowed\n" : "bad request\n",
        refusal.rule());
  }

  private static Reject refused(Policy policy, int status, String body, String rule) {
    return new Reject(status, Headers.none(), body, policy.id(), rule);
  }
}
