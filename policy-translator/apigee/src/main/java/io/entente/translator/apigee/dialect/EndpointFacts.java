package io.entente.translator.apigee.dialect;

import io.entente.model.nativeobject.Blob;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * What a deployed bundle says of its proxy endpoints: base path, and which policies of others run
 * in which flow. Steps of ours are left out.
 */
public final class EndpointFacts {

  private static final Pattern ENDPOINT = Pattern.compile("apiproxy/proxies/[^/]+\\.xml");
  private static final Pattern POLICY = Pattern.compile("apiproxy/policies/[^/]+\\.xml");
  private static final List<String> FLOWS = List.of("PreFlow", "PostFlow", "PostClientFlow");

  private EndpointFacts() {}

  /**
   * One tree an endpoint.
   *
   * @param raw the bundle as Apigee gives it, our Steps in place
   * @throws ProblemException BUNDLE_NOT_UNDERSTOOD
   */
  public static SortedMap<ObjectKey, Node.Obj> of(String proxy, SortedMap<String, Blob> raw) {
    SortedMap<String, String> types = types(raw);
    var endpoints = new TreeMap<ObjectKey, Node.Obj>();
    raw.forEach(
        (file, blob) -> {
          if (ENDPOINT.matcher(file).matches()) {
            Element root = Xml.read(blob.bytes()).orElseThrow(() -> notUnderstood(proxy, file));
            String name =
                Optional.of(root.getAttribute("name"))
                    .filter(n -> !n.isBlank())
                    .orElse(file.substring(file.lastIndexOf('/') + 1, file.length() - 4));
            endpoints.put(key(proxy, name), endpoint(proxy, name, file, root, types));
          }
        });
    return endpoints;
  }

  public static ObjectKey key(String proxy, String endpoint) {
    return new ObjectKey(ApigeeKinds.PROXY_ENDPOINTS, proxy + "/" + endpoint);
  }

  private static Node.Obj endpoint(
      String proxy, String name, String file, Element root, SortedMap<String, String> types) {
    var flows = new ArrayList<Node>();
    for (String flow : FLOWS) {
      Xml.child(root, flow).ifPresent(e -> sides(flow, e, types, flows));
    }
    Xml.child(root, "Flows")
        .ifPresent(
            all ->
                Xml.children(all, "Flow")
                    .forEach(e -> sides(e.getAttribute("name"), e, types, flows)));
    Xml.child(root, "FaultRules")
        .ifPresent(
            all ->
                Xml.children(all, "FaultRule")
                    .forEach(e -> rule("FaultRule:" + e.getAttribute("name"), e, types, flows)));
    Xml.child(root, "DefaultFaultRule").ifPresent(e -> rule("DefaultFaultRule", e, types, flows));
    String basePath =
        Xml.child(root, "HTTPProxyConnection")
            .flatMap(c -> Xml.childText(c, "BasePath"))
            .orElse("/");
    return Node.obj()
        .with("proxy", Node.text(proxy))
        .with("endpoint", Node.text(name))
        .with("file", Node.text(file))
        .with("basePath", Node.text(basePath))
        .with("flows", Node.arr(flows));
  }

  private static void sides(
      String flow, Element element, SortedMap<String, String> types, List<Node> into) {
    Optional<String> condition = Xml.childText(element, "Condition");
    for (String side : List.of("Request", "Response")) {
      Xml.child(element, side)
          .ifPresent(
              e ->
                  flow(
                      flow,
                      side.equals("Request") ? "request" : "response",
                      condition,
                      e,
                      types,
                      into));
    }
  }

  /** Faults are answered on the way back. */
  private static void rule(
      String name, Element element, SortedMap<String, String> types, List<Node> into) {
    flow(name, "response", Xml.childText(element, "Condition"), element, types, into);
  }

  private static void flow(
      String name,
      String side,
      Optional<String> condition,
      Element element,
      SortedMap<String, String> types,
      List<Node> into) {
    var steps = new ArrayList<Node>();
    for (Element step : Xml.children(element, "Step")) {
      Xml.childText(step, "Name")
          .filter(policy -> !ApigeeNames.isOurs(policy))
          .ifPresent(policy -> steps.add(step(policy, step, types)));
    }
    if (!steps.isEmpty()) {
      Node.Obj flow =
          Node.obj()
              .with("flow", Node.text(name))
              .with("side", Node.text(side))
              .with("steps", Node.arr(steps));
      into.add(condition.map(c -> flow.with("condition", Node.text(c))).orElse(flow));
    }
  }

  private static Node step(String policy, Element step, SortedMap<String, String> types) {
    Node.Obj said =
        Node.obj()
            .with("name", Node.text(policy))
            .with("type", Node.text(types.getOrDefault(policy, "unknown")));
    return Xml.childText(step, "Condition")
        .map(c -> said.with("condition", Node.text(c)))
        .orElse(said);
  }

  /** Policy name to its type, which is the name of its root element. */
  private static SortedMap<String, String> types(SortedMap<String, Blob> raw) {
    var types = new TreeMap<String, String>();
    raw.forEach(
        (file, blob) -> {
          if (POLICY.matcher(file).matches()) {
            Xml.read(blob.bytes())
                .ifPresent(
                    root -> {
                      types.put(
                          file.substring(ApigeeNames.POLICIES.length(), file.length() - 4),
                          root.getTagName());
                      types.put(root.getAttribute("name"), root.getTagName());
                    });
          }
        });
    return types;
  }

  private static ProblemException notUnderstood(String proxy, String file) {
    return new ProblemException(
        Problem.vendor(
            "BUNDLE_NOT_UNDERSTOOD",
            "File " + file + " of proxy " + proxy + " is not plain well-formed XML.",
            "apis/" + proxy + "/" + file,
            "Write the endpoint as plain XML, without DOCTYPE, and deploy it again."));
  }
}
