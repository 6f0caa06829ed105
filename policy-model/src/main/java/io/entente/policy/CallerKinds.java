package io.entente.policy;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which kinds can hold for some callers only: those that act once it is known who calls. */
public final class CallerKinds {

  private static final Set<Class<? extends PolicyKind>> NARROWED =
      Set.of(
          RateLimit.class,
          SpikeArrest.class,
          Quota.class,
          RequestSize.class,
          JsonThreat.class,
          XmlThreat.class,
          InjectionProtection.class,
          GraphqlLimits.class,
          GraphqlIntrospection.class,
          GraphqlSchema.class,
          OpenApiValidation.class,
          HeaderTransform.class,
          ResponseCache.class,
          TrafficLog.class,
          LogMasking.class,
          Timeout.class,
          Retry.class);

  private static final String FINDS_OUT = "it is what finds out who calls";

  private static final String BEFORE = "it decides before it is known who calls";

  private static final String SHARED = "it counts what all callers of a route share";

  private static final Map<Class<? extends PolicyKind>, String> WHY =
      Map.ofEntries(
          Map.entry(ApiKey.class, FINDS_OUT),
          Map.entry(BasicAuth.class, FINDS_OUT),
          Map.entry(Jwt.class, FINDS_OUT),
          Map.entry(OAuth2Introspection.class, FINDS_OUT),
          Map.entry(Mtls.class, FINDS_OUT),
          Map.entry(ConsumerAccess.class, "it names the callers itself"),
          Map.entry(Cors.class, BEFORE + ", and preflights never say who"),
          Map.entry(AccessBlock.class, BEFORE),
          Map.entry(IpFilter.class, BEFORE),
          Map.entry(BotDetection.class, BEFORE),
          Map.entry(CircuitBreaker.class, SHARED),
          Map.entry(ConcurrencyLimit.class, SHARED));

  private CallerKinds() {}

  /** Why a policy of the kind holds for all callers or none; empty when it need not. */
  public static Optional<String> refused(Class<? extends PolicyKind> kind) {
    return NARROWED.contains(kind) ? Optional.empty() : Optional.of(WHY.getOrDefault(kind, BEFORE));
  }
}
