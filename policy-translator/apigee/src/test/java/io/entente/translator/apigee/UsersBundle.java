package io.entente.translator.apigee;

import io.entente.model.estate.Api;
import io.entente.model.nativeobject.Blob;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.Hash;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.translator.apigee.reverse.ApigeeReverse;
import io.entente.translator.reverse.FoundPolicy;
import io.entente.translator.reverse.Reading;
import io.entente.translator.reverse.ReverseRequest;
import io.entente.translator.testkit.CaseRequest;
import java.util.List;
import java.util.TreeMap;

/** A bundle as somebody wrote it who never heard of us. */
final class UsersBundle {

  static final ObjectKey PROXY = new ObjectKey("apis", "orders");
  static final ObjectKey ENDPOINT = new ObjectKey("proxy_endpoints", "orders/default");
  static final ObjectKey FLOW = new ObjectKey("sharedflows", "guard");

  private final TreeMap<String, Blob> files = new TreeMap<>();
  private final World world = new World();
  private final StringBuilder preFlow = new StringBuilder();
  private final StringBuilder flows = new StringBuilder();
  private String rules = "";

  /** A policy, called in the PreFlow. */
  UsersBundle step(String name, String policy) {
    preFlow.append("<Step><Name>").append(name).append("</Name></Step>");
    return policy(name, policy);
  }

  UsersBundle step(String name, String condition, String policy) {
    preFlow
        .append("<Step><Name>")
        .append(name)
        .append("</Name><Condition>")
        .append(condition)
        .append("</Condition></Step>");
    return policy(name, policy);
  }

  /** A policy, called in a conditional flow. */
  UsersBundle flow(String condition, String side, String name, String policy) {
    flows.append(
        "<Flow name=\"%s\"><%s><Step><Name>%s</Name></Step></%s>%s</Flow>"
            .formatted(
                name,
                side,
                name,
                side,
                condition.isEmpty() ? "" : "<Condition>" + condition + "</Condition>"));
    return policy(name, policy);
  }

  UsersBundle faultRule() {
    rules = "<FaultRules><FaultRule name=\"any\"/></FaultRules>";
    return this;
  }

  UsersBundle policy(String name, String policy) {
    files.put("apiproxy/policies/" + name + ".xml", Blob.ofText(policy));
    return this;
  }

  /** A shared flow of others, attached to a hook. */
  UsersBundle hook(String point, String continueOnError, String name, String policy) {
    var shared = new TreeMap<String, Hash>();
    Blob flow =
        Blob.ofText(
            "<SharedFlow name=\"default\"><Step><Name>" + name + "</Name></Step></SharedFlow>");
    Blob text = Blob.ofText(policy);
    shared.put("sharedflowbundle/sharedflows/default.xml", world.keep(flow));
    shared.put("sharedflowbundle/policies/" + name + ".xml", world.keep(text));
    world.put("sharedflows", "guard", new Content.Files(shared));
    Node.Obj hook =
        Node.obj().with("flowHookPoint", Node.text(point)).with("sharedFlow", Node.text("guard"));
    world.put(
        "flowhooks",
        point,
        new Content.Tree(
            continueOnError.isEmpty()
                ? hook
                : hook.with("continueOnError", Node.bool(Boolean.parseBoolean(continueOnError)))));
    return this;
  }

  Reading read(Api... apis) {
    files.put(
        "apiproxy/proxies/default.xml",
        Blob.ofText(
            """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <ProxyEndpoint name="default">
              %s
              <PreFlow name="PreFlow"><Request>%s</Request><Response/></PreFlow>
              <Flows>%s</Flows>
              <HTTPProxyConnection><BasePath>%s</BasePath></HTTPProxyConnection>
              <RouteRule name="default"><TargetEndpoint>default</TargetEndpoint></RouteRule>
            </ProxyEndpoint>
            """
                .formatted(rules, preFlow, flows, Worlds.BASE)));
    world.bundle("orders", files);
    return new ApigeeReverse()
        .read(
            new ReverseRequest(
                CaseRequest.GATEWAY,
                Requests.profile(1, "x", List.of("extensible", "flow-hooks"), Requests.SETTINGS),
                List.of(apis),
                world.observed(),
                world.blobs()));
  }

  /** What one policy in the PreFlow is read as, on no API. */
  static FoundPolicy found(String policy) {
    Reading reading = new UsersBundle().step("P", policy).read();
    if (reading.policies().size() != 1) {
      throw new AssertionError("found " + reading.policies() + ", because " + reading.reasons());
    }
    return reading.policies().get(0);
  }

  /** Why one policy in the PreFlow is read as none. */
  static String why(String policy) {
    return why(new UsersBundle().step("P", policy).read());
  }

  static String why(Reading reading) {
    if (!reading.policies().isEmpty()) {
      throw new AssertionError("found " + reading.policies());
    }
    return reading.reasons().getOrDefault(PROXY, "");
  }
}
