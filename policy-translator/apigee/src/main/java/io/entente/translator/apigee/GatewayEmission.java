package io.entente.translator.apigee;

import io.entente.model.fidelity.PolicyFidelity;
import io.entente.model.problem.Problem;
import io.entente.translator.Shadowed;
import io.entente.translator.TranslationRequest;
import io.entente.translator.apigee.emit.AccessBlockEmitter;
import io.entente.translator.apigee.emit.ApiKeyEmitter;
import io.entente.translator.apigee.emit.BasicAuthEmitter;
import io.entente.translator.apigee.emit.BotDetectionEmitter;
import io.entente.translator.apigee.emit.ConsumerAccessEmitter;
import io.entente.translator.apigee.emit.CorrelationIdEmitter;
import io.entente.translator.apigee.emit.CorsEmitter;
import io.entente.translator.apigee.emit.GraphqlIntrospectionEmitter;
import io.entente.translator.apigee.emit.GraphqlLimitsEmitter;
import io.entente.translator.apigee.emit.GraphqlSchemaEmitter;
import io.entente.translator.apigee.emit.HeaderTransformEmitter;
import io.entente.translator.apigee.emit.InjectionProtectionEmitter;
import io.entente.translator.apigee.emit.IpFilterEmitter;
import io.entente.translator.apigee.emit.JsonThreatEmitter;
import io.entente.translator.apigee.emit.JwtEmitter;
import io.entente.translator.apigee.emit.KindEmitter;
import io.entente.translator.apigee.emit.LogMaskingEmitter;
import io.entente.translator.apigee.emit.MtlsEmitter;
import io.entente.translator.apigee.emit.OAuth2IntrospectionEmitter;
import io.entente.translator.apigee.emit.OpenApiValidationEmitter;
import io.entente.translator.apigee.emit.Place;
import io.entente.translator.apigee.emit.QuotaEmitter;
import io.entente.translator.apigee.emit.RateLimitEmitter;
import io.entente.translator.apigee.emit.RequestSizeEmitter;
import io.entente.translator.apigee.emit.ResponseCacheEmitter;
import io.entente.translator.apigee.emit.SpikeArrestEmitter;
import io.entente.translator.apigee.emit.StepDraft;
import io.entente.translator.apigee.emit.TrafficLogEmitter;
import io.entente.translator.apigee.emit.UpstreamRefusal;
import io.entente.translator.apigee.emit.XmlThreatEmitter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All routes of a gateway, emitted, and their Steps brought to their places. */
final class GatewayEmission {

  private static final Map<String, KindEmitter> EMITTERS =
      Stream.of(
              new RateLimitEmitter(),
              new HeaderTransformEmitter(),
              new IpFilterEmitter(),
              new CorsEmitter(),
              new TrafficLogEmitter(),
              new SpikeArrestEmitter(),
              new QuotaEmitter(),
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
              new ResponseCacheEmitter(),
              new LogMaskingEmitter(),
              UpstreamRefusal.ofTimeout(),
              UpstreamRefusal.ofRetry(),
              UpstreamRefusal.ofCircuitBreaker(),
              UpstreamRefusal.ofConcurrencyLimit(),
              new OAuth2IntrospectionEmitter(),
              new GraphqlLimitsEmitter(),
              new GraphqlIntrospectionEmitter(),
              new ConsumerAccessEmitter(),
              new GraphqlSchemaEmitter(),
              new OpenApiValidationEmitter(),
              new MtlsEmitter())
          .collect(Collectors.toUnmodifiableMap(KindEmitter::kindName, Function.identity()));

  private final TranslationRequest request;
  private final ApigeeEstate estate;
  private final ApigeePlaces places;
  private final Dispatchers dispatchers;
  private final ForeignBundles bundles = new ForeignBundles();
  private final Outcome outcome = new Outcome();
  private final List<PolicyFidelity> fidelity = new ArrayList<>();
  private final List<Shadowed> shadowed = new ArrayList<>();
  private final List<Problem> refusals = new ArrayList<>();

  GatewayEmission(TranslationRequest request, ApigeeEstate estate) {
    this.request = request;
    this.estate = estate;
    this.places = new ApigeePlaces(request);
    String environment =
        Optional.ofNullable(request.profile().settings().get(ApigeeTranslator.ENVIRONMENT))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "profile of gateway "
                            + request.gateway()
                            + " has no setting "
                            + ApigeeTranslator.ENVIRONMENT));
    this.dispatchers = new Dispatchers(environment, estate);
  }

  void made(MadeApi made) {
    for (PlacedRoute route : made.routes()) {
      Stream<String> where = RouteCondition.of(route, made.routes()).stream();
      List<String> when = where.toList();
      for (StepDraft draft : emitted(route, places.made(route, made))) {
        made.add(PlacedStep.of(draft, when.stream()));
      }
    }
    made.writeTo(outcome);
  }

  void bound(NativeEndpoint endpoint, List<PlacedRoute> routes) {
    boolean alone = estate.endpointsOf(endpoint.proxy()).size() == 1;
    List<String> anchor = new ArrayList<>();
    anchor.add(RouteCondition.equal("apiproxy.name", endpoint.proxy()));
    if (!alone) {
      anchor.add(RouteCondition.equal("proxy.name", endpoint.name()));
    }
    for (PlacedRoute route : routes.stream().sorted(PlacedRoute.NARROWEST_FIRST).toList()) {
      List<String> when = RouteCondition.of(route, routes).stream().toList();
      for (StepDraft draft : emitted(route, places.bound(route, endpoint))) {
        Dispatchers.hook(draft.stage())
            .ifPresent(
                hook ->
                    dispatchers.add(
                        hook, PlacedStep.of(draft, Stream.concat(anchor.stream(), when.stream()))));
        ForeignBundles.place(draft.stage())
            .ifPresent(place -> bundles.add(endpoint, place, PlacedStep.of(draft, when.stream())));
      }
    }
  }

  /** Everything; call it once, at the end. */
  Outcome outcome() {
    dispatchers.writeTo(outcome);
    bundles.writeTo(outcome);
    return outcome;
  }

  List<PolicyFidelity> fidelity() {
    return fidelity.stream().sorted(Comparator.comparing(PolicyFidelity::target)).toList();
  }

  List<Shadowed> shadowed() {
    return shadowed;
  }

  List<Problem> refusals() {
    return refusals;
  }

  private List<StepDraft> emitted(PlacedRoute route, Place place) {
    RouteEmission emission =
        RouteEmission.of(request.resolution(places.target(route)), place, EMITTERS);
    fidelity.addAll(emission.fidelity());
    shadowed.addAll(emission.shadowed());
    refusals.addAll(emission.refusals());
    return emission.steps();
  }
}
