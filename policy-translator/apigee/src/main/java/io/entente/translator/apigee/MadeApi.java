package io.entente.translator.apigee;

import io.entente.model.estate.Api;
import io.entente.model.estate.Endpoint;
import io.entente.model.estate.Upstream;
import io.entente.model.nativeobject.Claim;
import io.entente.model.nativeobject.ClaimSource;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.translator.apigee.dialect.ApigeeKinds;
import io.entente.translator.apigee.dialect.ApigeeNames;
import io.entente.translator.apigee.dialect.EndpointFacts;
import io.entente.translator.apigee.dialect.StepText;
import io.entente.translator.apigee.emit.RaiseFaultPolicy;
import io.entente.translator.apigee.emit.Stage;
import io.entente.translator.apigee.emit.XmlDocument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The proxy of an API that we make, with everything in it. */
final class MadeApi {

  private static final String NO_ROUTE = ApigeeNames.policy("no", "route");
  private static final String NO_HOST = ApigeeNames.policy("no", "host");

  private final Api api;
  private final Upstream upstream;
  private final String basePath;
  private final List<PlacedRoute> routes;
  private final List<PlacedStep> steps = new ArrayList<>();

  MadeApi(Api api) {
    this.api = api;
    this.upstream =
        api.upstream()
            .orElseThrow(
                () -> new IllegalArgumentException("api " + api.name() + " has no upstream"));
    this.basePath = BasePath.common(api.routes());
    this.routes =
        api.routes().stream()
            .map(route -> new PlacedRoute(api, route, basePath))
            .sorted(PlacedRoute.NARROWEST_FIRST)
            .toList();
  }

  Api api() {
    return api;
  }

  /** Without a slash at its end. */
  String basePath() {
    return basePath;
  }

  List<PlacedRoute> routes() {
    return routes;
  }

  String proxy() {
    return ApigeeNames.proxy(api.name());
  }

  ObjectKey endpoint() {
    return EndpointFacts.key(proxy(), "default");
  }

  void add(PlacedStep step) {
    steps.add(step);
  }

  void writeTo(Outcome outcome) {
    var files = new BundleFiles();
    steps.forEach(
        step -> {
          files.put(ApigeeNames.policyFile(step.draft().policy()), step.draft().file());
          files.put("apiproxy", step.draft().resource());
        });
    if (!takesAll()) {
      files.put(
          ApigeeNames.policyFile(NO_ROUTE),
          RaiseFaultPolicy.file(NO_ROUTE, 404, "Not Found", "no such route"));
    }
    if (!api.hosts().contains("*")) {
      files.put(
          ApigeeNames.policyFile(NO_HOST),
          RaiseFaultPolicy.file(NO_HOST, 404, "Not Found", "no such host"));
    }
    files.put("apiproxy/proxies/default.xml", proxyEndpoint());
    files.put("apiproxy/targets/default.xml", targetEndpoint());
    files.put("apiproxy/" + proxy() + ".xml", manifest());
    Set<ClaimSource> sources =
        new HashSet<>(Sources.of(steps.stream().map(PlacedStep::draft).toList()));
    sources.add(new ClaimSource.OfApi(api.name(), api.version()));
    outcome.put(new ObjectKey(ApigeeKinds.APIS, proxy()), files, Set.of(new Claim.Whole(sources)));
  }

  private String proxyEndpoint() {
    var request = new ArrayList<String>();
    if (!api.hosts().contains("*")) {
      request.add(StepText.of(NO_HOST, Optional.of(HostCondition.noneOf(api.hosts()))));
    }
    request.addAll(
        texts(
            Stage.IDENTIFY,
            Stage.CROSS_ORIGIN,
            Stage.BLOCK,
            Stage.ADDRESS,
            Stage.AGENT,
            Stage.TOKEN,
            Stage.KEY,
            Stage.CALLER,
            Stage.SIZE,
            Stage.PAYLOAD,
            Stage.LIMIT,
            Stage.CACHE_LOOKUP));
    XmlDocument endpoint =
        XmlDocument.of("ProxyEndpoint", "name", "default")
            .with(flow("PreFlow", "Request", request))
            .with(flows())
            .with(
                flow(
                    "PostFlow",
                    "Response",
                    texts(Stage.CACHE_KEEP, Stage.RESPONSE_EDIT, Stage.ECHO)));
    List<String> log = texts(Stage.LOG);
    if (!log.isEmpty()) {
      endpoint.with(flow("PostClientFlow", "Response", log));
    }
    return endpoint
        .with(
            XmlDocument.of("HTTPProxyConnection")
                .with("BasePath", basePath.isEmpty() ? "/" : basePath))
        .with(XmlDocument.of("RouteRule", "name", "default").with("TargetEndpoint", "default"))
        .file();
  }

  /** One flow a route; what none of them takes is answered here. */
  private XmlDocument flows() {
    XmlDocument flows = XmlDocument.of("Flows");
    for (PlacedRoute route : routes) {
      XmlDocument flow = XmlDocument.of("Flow", "name", route.route().name().value());
      RouteCondition.of(route, routes).ifPresent(c -> flow.with("Condition", c));
      flows.with(flow);
    }
    return takesAll()
        ? flows
        : flows.with(
            XmlDocument.of("Flow", "name", NO_ROUTE)
                .with(
                    XmlDocument.of("Request")
                        .raw(List.of(StepText.of(NO_ROUTE, Optional.empty())))));
  }

  /** Whether every request below the base path belongs to some route. */
  private boolean takesAll() {
    return routes.stream().anyMatch(route -> RouteCondition.match(route).isEmpty());
  }

  private String targetEndpoint() {
    Endpoint first = upstream.endpoints().get(0);
    String host = first.host().contains(":") ? "[" + first.host() + "]" : first.host();
    XmlDocument target = XmlDocument.of("TargetEndpoint", "name", "default");
    List<String> edits = texts(Stage.HIDE, Stage.REQUEST_EDIT);
    if (!edits.isEmpty()) {
      target.with(flow("PreFlow", "Request", edits));
    }
    return target
        .with(
            XmlDocument.of("HTTPTargetConnection")
                .with(
                    XmlDocument.of("Properties")
                        .with(
                            XmlDocument.of("Property", "name", "connect.timeout.millis")
                                .text(Long.toString(upstream.connectTimeout().toMillis()))))
                // Apigee appends what follows the base path; the upstream sees the whole path.
                .with("URL", "http://" + host + ":" + first.port() + basePath))
        .file();
  }

  private String manifest() {
    return XmlDocument.of("APIProxy", "name", proxy())
        .with("Description", "Managed by Entente")
        .with("DisplayName", proxy())
        .file();
  }

  private static XmlDocument flow(String name, String side, List<String> texts) {
    return XmlDocument.of(name, "name", name).with(XmlDocument.of(side).raw(texts));
  }

  private List<String> texts(Stage... stages) {
    var wanted = List.of(stages);
    return steps.stream()
        .filter(step -> wanted.contains(step.draft().stage()))
        .sorted(Comparator.comparing(step -> step.draft().stage()))
        .map(PlacedStep::text)
        .toList();
  }
}
