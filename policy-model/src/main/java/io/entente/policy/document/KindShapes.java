package io.entente.policy.document;

import io.entente.policy.AccessBlock;
import io.entente.policy.ApiKey;
import io.entente.policy.BasicAuth;
import io.entente.policy.BotDetection;
import io.entente.policy.CircuitBreaker;
import io.entente.policy.ConcurrencyLimit;
import io.entente.policy.ConsumerAccess;
import io.entente.policy.CorrelationId;
import io.entente.policy.Cors;
import io.entente.policy.GraphqlIntrospection;
import io.entente.policy.GraphqlLimits;
import io.entente.policy.GraphqlSchema;
import io.entente.policy.HeaderTransform;
import io.entente.policy.InjectionProtection;
import io.entente.policy.IpFilter;
import io.entente.policy.JsonThreat;
import io.entente.policy.Jwt;
import io.entente.policy.LogMasking;
import io.entente.policy.Mtls;
import io.entente.policy.OAuth2Introspection;
import io.entente.policy.OpenApiValidation;
import io.entente.policy.PolicyKind;
import io.entente.policy.Quota;
import io.entente.policy.RateLimit;
import io.entente.policy.RequestSize;
import io.entente.policy.ResponseCache;
import io.entente.policy.Retry;
import io.entente.policy.SpikeArrest;
import io.entente.policy.Timeout;
import io.entente.policy.TrafficLog;
import io.entente.policy.XmlThreat;
import io.entente.policy.shape.Field;
import io.entente.policy.shape.ObjectShape;
import io.entente.policy.shape.Values;
import java.util.List;
import java.util.Optional;

/** Every kind of policy, as the member of {@code spec} that names it. */
final class KindShapes {

  static final List<KindShape<?>> ALL =
      List.of(
          new KindShape<>(
              RateLimit.class,
              Field.optional(
                  "rateLimit",
                  RateLimitShape.SHAPE,
                  "At most so many requests in any window per key; several limits all hold.")),
          new KindShape<>(
              HeaderTransform.class,
              Field.optional(
                  "headerTransform",
                  HeaderTransformShape.SHAPE,
                  "Edits of headers; those of several policies are joined, widest target first.")),
          new KindShape<>(
              IpFilter.class,
              Field.optional(
                  "ipFilter",
                  IpFilterShape.SHAPE,
                  "Only clients of some addresses; several filters all hold.")),
          new KindShape<>(
              Cors.class,
              Field.optional(
                  "cors",
                  CorsShape.SHAPE,
                  "Which pages of other origins a browser lets use the route; the nearest"
                      + " policy holds.")),
          new KindShape<>(
              TrafficLog.class,
              Field.optional(
                  "trafficLog",
                  TrafficLogShape.SHAPE,
                  "Every exchange is reported to the hub; the nearest policy holds.")),
          new KindShape<>(
              SpikeArrest.class,
              Field.optional(
                  "spikeArrest",
                  SpikeArrestShape.SHAPE,
                  "Requests evenly spread over time per key; several all hold.")),
          new KindShape<>(
              Quota.class,
              Field.optional(
                  "quota",
                  QuotaShape.SHAPE,
                  "An allowance per calendar period and key; several all hold.")),
          new KindShape<>(
              AccessBlock.class,
              Field.optional(
                  "accessBlock",
                  AccessBlockShape.SHAPE,
                  "Every request is answered here, as in maintenance; the nearest policy holds.")),
          new KindShape<>(
              RequestSize.class,
              Field.optional(
                  "requestSize",
                  RequestSizeShape.SHAPE,
                  "Bodies of requests up to a size; the smallest limit holds.")),
          new KindShape<>(
              CorrelationId.class,
              Field.optional(
                  "correlationId",
                  CorrelationIdShape.SHAPE,
                  "Every request carries an id of its own; the nearest policy holds.")),
          new KindShape<>(
              ApiKey.class,
              Field.optional(
                  "apiKey",
                  ApiKeyShape.SHAPE,
                  "Only callers with a key that the gateway knows; the nearest policy holds.")),
          new KindShape<>(
              Jwt.class,
              Field.optional(
                  "jwt",
                  JwtShape.SHAPE,
                  "Only callers with a token that an issuer signed; the nearest policy holds.")),
          new KindShape<>(
              JsonThreat.class,
              Field.optional(
                  "jsonThreat",
                  JsonThreatShape.SHAPE,
                  "JSON bodies of a bounded shape; several policies all hold.")),
          new KindShape<>(
              XmlThreat.class,
              Field.optional(
                  "xmlThreat",
                  XmlThreatShape.SHAPE,
                  "XML bodies of a bounded shape; several policies all hold.")),
          new KindShape<>(
              InjectionProtection.class,
              Field.optional(
                  "injectionProtection",
                  InjectionProtectionShape.SHAPE,
                  "Requests that hold none of some patterns; several policies all hold.")),
          new KindShape<>(
              BotDetection.class,
              Field.optional(
                  "botDetection",
                  BotDetectionShape.SHAPE,
                  "Unwanted agents are kept out by what they call themselves; several all hold.")),
          new KindShape<>(
              BasicAuth.class,
              Field.optional(
                  "basicAuth",
                  BasicAuthShape.SHAPE,
                  "Only callers with a name and a password that the gateway knows; the nearest"
                      + " policy holds.")),
          new KindShape<>(
              ResponseCache.class,
              Field.optional(
                  "responseCache",
                  ResponseCacheShape.SHAPE,
                  "Answers are kept and given again to who asks the same; the nearest policy"
                      + " holds.")),
          new KindShape<>(
              LogMasking.class,
              Field.optional(
                  "logMasking",
                  LogMaskingShape.SHAPE,
                  "Values that the log of exchanges does not hold; those of several policies are"
                      + " joined.")),
          new KindShape<>(
              Timeout.class,
              Field.optional(
                  "timeout",
                  TimeoutShape.SHAPE,
                  "How long the upstream is waited for; the shortest of each holds.")),
          new KindShape<>(
              Retry.class,
              Field.optional(
                  "retry",
                  RetryShape.SHAPE,
                  "A request whose attempt failed is sent again; the nearest policy holds.")),
          new KindShape<>(
              CircuitBreaker.class,
              Field.optional(
                  "circuitBreaker",
                  CircuitBreakerShape.SHAPE,
                  "Endpoints that fail in a row get no requests for a time; the nearest policy"
                      + " holds.")),
          new KindShape<>(
              ConcurrencyLimit.class,
              Field.optional(
                  "concurrencyLimit",
                  ConcurrencyLimitShape.SHAPE,
                  "So many requests of a route at once; the smallest limit holds.")),
          new KindShape<>(
              OAuth2Introspection.class,
              Field.optional(
                  "oauth2Introspection",
                  OAuth2IntrospectionShape.SHAPE,
                  "Only callers with a token that its issuer says is active; the nearest policy"
                      + " holds.")),
          new KindShape<>(
              GraphqlLimits.class,
              Field.optional(
                  "graphqlLimits",
                  GraphqlLimitsShape.SHAPE,
                  "GraphQL operations up to a size; several policies all hold.")),
          new KindShape<>(
              GraphqlIntrospection.class,
              Field.optional(
                  "graphqlIntrospection",
                  GraphqlIntrospectionShape.SHAPE,
                  "Whether GraphQL requests may ask for the schema; the nearest policy holds.")),
          new KindShape<>(
              ConsumerAccess.class,
              Field.optional(
                  "consumerAccess",
                  ConsumerAccessShape.SHAPE,
                  "Who of the callers that a credential identifies may go on; several policies all"
                      + " hold.")),
          new KindShape<>(
              GraphqlSchema.class,
              Field.optional(
                  "graphqlSchema",
                  GraphqlSchemaShape.SHAPE,
                  "GraphQL operations that are valid against a schema; the nearest policy holds.")),
          new KindShape<>(
              OpenApiValidation.class,
              Field.optional(
                  "openApiValidation",
                  OpenApiValidationShape.SHAPE,
                  "Requests that an OpenAPI document describes; the nearest policy holds.")),
          new KindShape<>(
              Mtls.class,
              Field.optional(
                  "mtls",
                  MtlsShape.SHAPE,
                  "Only clients with a certificate that one of some authorities signed; the nearest"
                      + " policy holds.")));

  private KindShapes() {}

  static List<String> names() {
    return ALL.stream().map(kind -> kind.field().name()).toList();
  }

  static PolicyKind read(Values values) {
    return ALL.stream()
        .flatMap(kind -> kind.read(values).stream())
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("spec names no kind of policy"));
  }

  static void write(PolicyKind rule, ObjectShape.Written out) {
    ALL.forEach(kind -> kind.write(rule, out));
  }

  /** One kind. */
  record KindShape<K extends PolicyKind>(Class<K> type, Field<K> field) {

    Optional<PolicyKind> read(Values values) {
      return values.find(field).map(rule -> rule);
    }

    void write(PolicyKind rule, ObjectShape.Written out) {
      if (type.isInstance(rule)) {
        out.put(field, type.cast(rule));
      }
    }
  }
}
