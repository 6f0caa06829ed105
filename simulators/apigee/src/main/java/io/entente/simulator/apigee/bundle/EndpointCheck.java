package io.entente.simulator.apigee.bundle;

import io.entente.simulator.apigee.error.BundleViolation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.w3c.dom.Element;

/** Checks the endpoints of a proxy and the flow of a shared flow. */
final class EndpointCheck {

  private final List<BundleViolation> violations;
  private final Set<String> policyNames;
  private final ParsedFiles parsed;
  private final List<String> basePaths = new ArrayList<>();
  private final Set<String> targetServers = new TreeSet<>();

  EndpointCheck(List<BundleViolation> violations, Set<String> policyNames, ParsedFiles parsed) {
    this.violations = violations;
    this.policyNames = policyNames;
    this.parsed = parsed;
  }

  List<String> basePaths() {
    return basePaths;
  }

  List<String> targetServers() {
    return List.copyOf(targetServers);
  }

  void proxy() {
    if (parsed.endpoints().isEmpty()) {
      bad("apiproxy", "bundle has no proxy endpoint");
    }
    Set<String> targets = new TreeSet<>();
    parsed.targets().forEach((path, root) -> targets.add(root.getAttribute("name")));
    parsed.endpoints().forEach((path, root) -> proxyEndpoint(path, root, targets));
    parsed.targets().forEach(this::targetEndpoint);
  }

  void sharedFlow() {
    if (parsed.flows().isEmpty()) {
      bad("sharedflowbundle", "bundle has no shared flow");
    }
    for (Map.Entry<String, Element> flow : parsed.flows().entrySet()) {
      requireRoot(flow.getKey(), flow.getValue(), "SharedFlow");
      steps(flow.getKey(), flow.getValue());
    }
  }

  private void proxyEndpoint(String path, Element root, Set<String> targets) {
    requireRoot(path, root, "ProxyEndpoint");
    steps(path, root);
    String basePath =
        Xml.child(root, "HTTPProxyConnection")
            .map(connection -> Xml.text(connection, "BasePath"))
            .orElse("");
    if (!basePath.startsWith("/")) {
      bad(path, "the BasePath \"" + basePath + "\" must start with \"/\"");
    } else if (basePaths.contains(basePath)) {
      bad(path, "the BasePath \"" + basePath + "\" is not unique");
    } else {
      basePaths.add(basePath);
    }
    for (Element rule : Xml.all(root, "RouteRule")) {
      String target = Xml.text(rule, "TargetEndpoint");
      if (!target.isEmpty() && !targets.contains(target)) {
        bad(path, "the TargetEndpoint \"" + target + "\" does not exist");
      }
    }
  }

  private void targetEndpoint(String path, Element root) {
    requireRoot(path, root, "TargetEndpoint");
    steps(path, root);
    for (Element balancer : Xml.all(root, "LoadBalancer")) {
      Xml.all(balancer, "Server").forEach(server -> targetServers.add(server.getAttribute("name")));
    }
  }

  private void steps(String path, Element root) {
    for (Element step : Xml.all(root, "Step")) {
      String name = Xml.text(step, "Name");
      if (!policyNames.contains(name)) {
        bad(path, "The Step references the policy \"" + name + "\", which does not exist.");
      }
    }
  }

  private void requireRoot(String path, Element root, String name) {
    if (!root.getTagName().equals(name)) {
      bad(path, "the root element is " + root.getTagName() + ", not " + name);
    }
  }

  private void bad(String path, String description) {
    violations.add(new BundleViolation(path, description));
  }
}
