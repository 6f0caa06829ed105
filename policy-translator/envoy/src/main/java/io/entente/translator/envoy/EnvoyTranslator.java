package io.entente.translator.envoy;

import io.entente.model.dialect.Dialect;
import io.entente.model.estate.Api;
import io.entente.model.estate.GatewayProfile;
import io.entente.model.estate.Route;
import io.entente.model.estate.Vendor;
import io.entente.model.fidelity.FidelityReport;
import io.entente.model.fidelity.PolicyFidelity;
import io.entente.model.identity.PolicyVersion;
import io.entente.model.problem.Problem;
import io.entente.policy.LimitKey;
import io.entente.policy.Policy;
import io.entente.policy.PolicySpec.Mode;
import io.entente.policy.RateLimit;
import io.entente.policy.SpikeArrest;
import io.entente.policy.resolution.EffectivePolicy;
import io.entente.policy.resolution.RouteResolution;
import io.entente.policy.resolution.RouteTarget;
import io.entente.translator.Translation;
import io.entente.translator.TranslationRequest;
import io.entente.translator.Translator;
import io.entente.translator.envoy.dialect.EnvoyDialect;
import io.entente.translator.envoy.emit.AccessBlockEmitter;
import io.entente.translator.envoy.emit.AccessLogDocument;
import io.entente.translator.envoy.emit.ApiKeyEmitter;
import io.entente.translator.envoy.emit.BasicAuthEmitter;
import io.entente.translator.envoy.emit.BotDetectionEmitter;
import io.entente.translator.envoy.emit.CircuitBreakerEmitter;
import io.entente.translator.envoy.emit.ConcurrencyLimitEmitter;
import io.entente.translator.envoy.emit.ConsumerAccessEmitter;
import io.entente.translator.envoy.emit.CorrelationIdEmitter;
import io.entente.translator.envoy.emit.CorsEmitter;
import io.entente.translator.envoy.emit.GraphqlIntrospectionEmitter;
import io.entente.translator.envoy.emit.GraphqlLimitsEmitter;
import io.entente.translator.envoy.emit.GraphqlSchemaEmitter;
import io.entente.translator.envoy.emit.HeaderTransformEmitter;
import io.entente.translator.envoy.emit.IpFilterEmitter;
import io.entente.translator.envoy.emit.JwtEmitter;
import io.entente.translator.envoy.emit.KindEmitter;
import io.entente.translator.envoy.emit.LogDelay;
import io.entente.translator.envoy.emit.LogMaskingEmitter;
import io.entente.translator.envoy.emit.MtlsEmitter;
import io.entente.translator.envoy.emit.OAuth2IntrospectionEmitter;
import io.entente.translator.envoy.emit.OpenApiValidationEmitter;
import io.entente.translator.envoy.emit.PayloadEmitter;
import io.entente.translator.envoy.emit.Place;
import io.entente.translator.envoy.emit.QuotaEmitter;
import io.entente.translator.envoy.emit.RateLimitEmitter;
import io.entente.translator.envoy.emit.RequestSizeEmitter;
import io.entente.translator.envoy.emit.ResponseCacheEmitter;
import io.entente.translator.envoy.emit.RetryEmitter;
import io.entente.translator.envoy.emit.SpikeArrestEmitter;
import io.entente.translator.envoy.emit.TimeoutEmitter;
import io.entente.translator.envoy.emit.TrafficLogEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Translates for Envoy 1.36 and later. */
public final class EnvoyTranslator implements Translator {

  private final EnvoyDialect dialect = new EnvoyDialect();

  private final Map<String, KindEmitter> emitters =
      Stream.of(
              new CorrelationIdEmitter(),
              new CorsEmitter(),
              new AccessBlockEmitter(),
              new IpFilterEmitter(),
              new JwtEmitter(),
              new ApiKeyEmitter(),
              new RequestSizeEmitter(),
              new SpikeArrestEmitter(),
              new QuotaEmitter(),
              new RateLimitEmitter(),
              new HeaderTransformEmitter(),
              new TrafficLogEmitter(),
              new PayloadEmitter("jsonThreat"),
              new PayloadEmitter("xmlThreat"),
              new PayloadEmitter("injectionProtection"),
              new BotDetectionEmitter(),
              new BasicAuthEmitter(),
              new ResponseCacheEmitter(),
              new LogMaskingEmitter(),
              new TimeoutEmitter(),
              new RetryEmitter(),
              new CircuitBreakerEmitter(),
              new ConcurrencyLimitEmitter(),
              new OAuth2IntrospectionEmitter(),
              new GraphqlLimitsEmitter(),
              new GraphqlIntrospectionEmitter(),
              new ConsumerAccessEmitter(),
              new GraphqlSchemaEmitter(),
              new OpenApiValidationEmitter(),
              new MtlsEmitter())
          .collect(Collectors.toUnmodifiableMap(KindEmitter::kindName, Function.identity()));

  @Override
  public Vendor vendor() {
    return Vendor.ENVOY;
  }

  @Override
  public Dialect dialect(GatewayProfile profile) {
    return dialect;
  }

  @Override
  public Translation translate(TranslationRequest request) {
    var refusals = new ArrayList<Problem>();
    EnvoySettings settings = EnvoySettings.read(request.profile(), refusals);
    List<Api> apis = made(request, refusals);
    HostLayout layout = HostLayout.of(apis);
    refusals.addAll(layout.collisions());
    LogDelay delay = LogDelay.of(policies(request, apis));
    Map<String, RouteEmission> emissions =
        emissions(request, apis, settings, layout.copies(), delay);

    var fidelity = new ArrayList<PolicyFidelity>();
    for (RouteEmission emission : emissions.values()) {
      fidelity.addAll(emission.fidelity());
      refusals.addAll(emission.refusals());
    }
    boolean told =
        emissions.values().stream()
            .anyMatch(emission -> emission.metadata().containsKey(AccessLogDocument.METADATA));
    var resources = new EnvoyResources(dialect, settings, layout, emissions, delay.telling(told));
    return new Translation(
        resources.objects(apis), new FidelityReport(fidelity), List.of(), refusals);
  }

  /** Those that Entente makes here; routes made by others cannot carry our filters on Envoy. */
  private static List<Api> made(TranslationRequest request, List<Problem> refusals) {
    for (Api api : request.apis()) {
      if (api.binding(request.gateway()).isPresent()) {
        refusals.add(
            Problem.user(
                "BINDING_UNSUPPORTED",
                "Api " + api.name() + " is bound to routes that others make on this Envoy.",
                "spec.bindings",
                request.gateway().value(),
                "List the gateway in spec.gateways, so that Entente makes the routes."));
      }
    }
    return request.apis().stream()
        .filter(api -> api.gateways().contains(request.gateway()))
        .toList();
  }

  private SortedMap<String, RouteEmission> emissions(
      TranslationRequest request,
      List<Api> apis,
      EnvoySettings settings,
      Map<String, Integer> copies,
      LogDelay delay) {
    var emissions = new TreeMap<String, RouteEmission>();
    for (Api api : apis) {
      for (Route route : api.routes()) {
        String name = EnvoyNames.route(api.name(), route.name());
        RouteResolution resolution =
            request.resolution(new RouteTarget(request.gateway(), api.name(), route.name()));
        List<EffectivePolicy> effective = resolution.effective();
        var place =
            new Place(
                name,
                request.profile().nodes(),
                copies.getOrDefault(name, 1),
                settings.trustedHops(),
                settings.maxKeys(),
                route.methods().isEmpty() || route.methods().contains("OPTIONS"),
                delay,
                enforcedRateLimits(effective),
                keyHeaders(effective),
                enforced(effective));
        emissions.put(name, RouteEmission.of(resolution, place, emitters));
      }
    }
    return emissions;
  }

  private static List<PolicyVersion> enforcedRateLimits(List<EffectivePolicy> effective) {
    return effective.stream()
        .map(EffectivePolicy::policy)
        .filter(policy -> policy.spec().kind() instanceof RateLimit)
        .filter(policy -> policy.spec().mode() == Mode.ENFORCE)
        .map(Policy::id)
        .toList();
  }

  private static Set<String> keyHeaders(List<EffectivePolicy> effective) {
    return effective.stream()
        .map(each -> each.policy().spec().kind())
        .flatMap(
            kind ->
                kind instanceof RateLimit limit
                    ? Stream.of(limit.key())
                    : kind instanceof SpikeArrest arrest ? Stream.of(arrest.key()) : Stream.of())
        .flatMap(
            key -> key instanceof LimitKey.Header header ? Stream.of(header.name()) : Stream.of())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> enforced(List<EffectivePolicy> effective) {
    return effective.stream()
        .map(each -> each.policy().spec())
        .filter(spec -> spec.mode() == Mode.ENFORCE)
        .map(spec -> spec.kind().kindName())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static List<Policy> policies(TranslationRequest request, List<Api> apis) {
    return apis.stream()
        .flatMap(api -> api.routes().stream().flatMap(r -> effective(request, api, r).stream()))
        .map(EffectivePolicy::policy)
        .toList();
  }

  private static List<EffectivePolicy> effective(TranslationRequest request, Api api, Route route) {
    return request.effective(new RouteTarget(request.gateway(), api.name(), route.name()));
  }
}
