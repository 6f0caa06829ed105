package io.entente.simulator.apigee.proxy.bundle;

import io.entente.simulator.apigee.plane.RunningBundle;
import io.entente.simulator.apigee.proxy.policy.PolicyTypes;
import io.entente.simulator.apigee.proxy.xml.Elements;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/** Makes bundles runnable. Safe for any thread. */
public final class BundleReader {

  private final PolicyTypes types;

  public BundleReader(PolicyTypes types) {
    this.types = types;
  }

  public Compiled<SharedFlow> sharedFlow(RunningBundle bundle) {
    var files = new BundleFiles("sharedflowbundle/", bundle.files());
    var policies = new PolicyShelf(types, files);
    var flows = files.in("sharedflows/");
    String preferred = "sharedflowbundle/sharedflows/default.xml";
    String file = flows.containsKey(preferred) || flows.isEmpty() ? preferred : flows.firstKey();
    Element flow = flows.get(file);
    if (flow == null) {
      files.wrong("sharedflowbundle/sharedflows/", "there is no shared flow");
      return Compiled.of(new SharedFlow(bundle.name(), List.of()), files.faults());
    }
    List<Step> steps = new FlowReader(files, policies, file).steps(flow);
    return Compiled.of(new SharedFlow(bundle.name(), steps), files.faults());
  }

  public Compiled<ApiProxy> proxy(RunningBundle bundle) {
    var files = new BundleFiles("apiproxy/", bundle.files());
    var policies = new PolicyShelf(types, files);
    Map<String, TargetEndpoint> targets = new LinkedHashMap<>();
    files
        .in("targets/")
        .forEach(
            (file, xml) ->
                new TargetReader(files)
                    .read(file, xml, new FlowReader(files, policies, file))
                    .ifPresent(target -> targets.put(target.name(), target)));
    var endpoints = new ArrayList<ProxyEndpoint>();
    files
        .in("proxies/")
        .forEach(
            (file, xml) -> {
              var flows = new FlowReader(files, policies, file);
              endpoints.add(endpoint(files, file, xml, flows, targets));
            });
    if (endpoints.isEmpty()) {
      files.wrong("apiproxy/proxies/", "there is no proxy endpoint");
    }
    return Compiled.of(new ApiProxy(bundle.name(), bundle.revision(), endpoints), files.faults());
  }

  private static ProxyEndpoint endpoint(
      BundleFiles files,
      String file,
      Element xml,
      FlowReader flows,
      Map<String, TargetEndpoint> targets) {
    String base =
        Elements.child(xml, "HTTPProxyConnection")
            .flatMap(e -> Elements.text(e, "BasePath"))
            .orElse("");
    if (!base.startsWith("/")) {
      files.wrong(file, "BasePath is '" + base + "', it begins with a slash");
    }
    var routes = new ArrayList<RouteRule>();
    for (Element rule : Elements.children(xml, "RouteRule")) {
      String name = Elements.attribute(rule, "name").orElse("");
      if (Elements.child(rule, "URL").isPresent()) {
        files.wrong(file, "the URL of route rule " + name + " does not run in this simulator");
      }
      Optional<String> target = Elements.text(rule, "TargetEndpoint");
      if (target.isPresent() && !targets.containsKey(target.get())) {
        files.wrong(
            file,
            "route rule "
                + name
                + " names the target endpoint "
                + target.get()
                + ", which is not there");
      }
      routes.add(
          new RouteRule(
              name,
              flows.condition(rule),
              target.flatMap(t -> Optional.ofNullable(targets.get(t)))));
    }
    return new ProxyEndpoint(
        Elements.attribute(xml, "name").orElse("default"),
        base.length() > 1 && base.endsWith("/") ? base.substring(0, base.length() - 1) : base,
        flows.flows(xml),
        flows.postClient(xml),
        routes);
  }
}
