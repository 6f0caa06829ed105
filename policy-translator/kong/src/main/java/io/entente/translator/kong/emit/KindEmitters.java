package io.entente.translator.kong.emit;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What writes policies of each kind. */
public final class KindEmitters {

  private static final Map<String, KindEmitter> ALL =
      Stream.<KindEmitter>of(
              new LimitsEmitter(),
              new MediationEmitter(),
              new IpFilterEmitter(),
              new CorsEmitter(),
              new TrafficLogEmitter(),
              new AccessBlockEmitter(),
              new RequestSizeEmitter(),
              new CorrelationIdEmitter(),
              new ApiKeyEmitter(),
              new JwtEmitter(),
              new JsonThreatEmitter(),
              new XmlThreatEmitter(),
              new InjectionProtectionEmitter(),
              new BotDetectionEmitter(),
              new BasicAuthEmitter(),
              new UpstreamEmitter(),
              new ConcurrencyLimitEmitter(),
              new OAuth2IntrospectionEmitter(),
              new GraphqlLimitsEmitter(),
              new GraphqlIntrospectionEmitter(),
              new ConsumerAccessEmitter(),
              new GraphqlSchemaEmitter(),
              new OpenApiValidationEmitter(),
              new MtlsEmitter())
          .flatMap(emitter -> emitter.kindNames().stream().map(kind -> Map.entry(kind, emitter)))
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private KindEmitters() {}

  /** By the name of the kind. */
  public static Map<String, KindEmitter> all() {
    return ALL;
  }
}
