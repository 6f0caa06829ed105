package io.entente.policy;

/** The rule of a policy: one record per kind. */
public sealed interface PolicyKind
    permits AccessBlock,
        ApiKey,
        BasicAuth,
        BotDetection,
        CorrelationId,
        Cors,
        GraphqlIntrospection,
        GraphqlLimits,
        HeaderTransform,
        IpFilter,
        Jwt,
        LogMasking,
        OAuth2Introspection,
        Quota,
        RateLimit,
        RequestSize,
        ResponseCache,
        SpikeArrest,
        TrafficLog,
        JsonThreat,
        XmlThreat,
        InjectionProtection,
        Timeout,
        Retry,
        CircuitBreaker,
        ConcurrencyLimit,
        ConsumerAccess,
        GraphqlSchema,
        OpenApiValidation,
        Mtls {

  /** The member of {@code spec} that names the kind, for example {@code rateLimit}. */
  String kindName();

  /** How several policies of this kind combine on one route. */
  Combine combine();

  /** How several policies of one kind combine on one route. */
  enum Combine {
    /** The nearest wins. */
    REPLACE,
    /** All hold. */
    ALL_APPLY,
    /** Edits are joined, widest first. */
    UNION,
    /** The strictest value holds. */
    STRICTEST
  }
}
