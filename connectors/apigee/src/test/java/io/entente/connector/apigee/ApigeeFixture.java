package io.entente.connector.apigee;

import io.entente.connector.spi.Connector;
import io.entente.connector.testkit.ConnectorFixture;
import io.entente.model.dialect.Dialect;
import io.entente.model.nativeobject.Blob;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.simulator.apigee.fault.Effect;
import io.entente.simulator.apigee.fault.Fault;
import io.entente.simulator.apigee.fault.Match;
import io.entente.translator.apigee.dialect.ApigeeKinds;
import io.entente.translator.apigee.dialect.HookDescription;
import io.entente.translator.apigee.dialect.HookDescription.Former;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Flows of ours that come, change and go, on hooks where a flow of others was and is to be again;
 * parts of ours in proxies of others; a proxy of ours; a target server of ours. Beside them
 * products and developers of others.
 */
final class ApigeeFixture implements ConnectorFixture {

  private static final String PRE_PROXY = "PreProxyFlowHook";
  private static final String POST_PROXY = "PostProxyFlowHook";
  private static final String PRE_TARGET = "PreTargetFlowHook";
  private static final int PROXIES = 6;
  private static final HookDescription TEAM =
      new HookDescription(Optional.of(new Former("team-auth", true)));
  private static final HookDescription NONE = new HookDescription(Optional.empty());

  private final SimulatedApigee apigee = new SimulatedApigee();
  private final SortedMap<ObjectKey, NativeObject> foreign;

  ApigeeFixture() {
    apigee.deployFlow("team-auth", TestBundles.flow("team-auth", "v1"));
    apigee.attach(PRE_PROXY, "{\"sharedFlow\":\"team-auth\",\"continueOnError\":true}");
    for (int i = 0; i < PROXIES; i++) {
      apigee.deployProxy("orders-" + i, TestBundles.proxy("orders-" + i, "v1"));
    }
    apigee.post("apiproducts", "{\"name\":\"gold\",\"displayName\":\"Gold\"}");
    apigee.post(
        "developers",
        "{\"email\":\"ann@example.com\",\"firstName\":\"Ann\",\"lastName\":\"A\","
            + "\"userName\":\"ann\"}");
    foreign = Reads.snapshot(apigee.connector()).objects();
  }

  @Override
  public Dialect dialect() {
    return new SteadyDialect();
  }

  @Override
  public Connector connector() {
    return new WithoutOwnFacts(apigee.connector());
  }

  @Override
  public SortedMap<ObjectKey, NativeObject> foreign() {
    return foreign;
  }

  @Override
  public SortedMap<ObjectKey, NativeObject> desired(Version version) {
    boolean first = version == Version.FIRST;
    var estate = new Estate(apigee);
    String note = first ? "one" : "two";
    for (int i = first ? 0 : 1; i < (first ? 3 : 7); i++) {
      String name = "entente-flow-" + i;
      estate.flow(name, TestBundles.flow(name, note));
    }
    for (int i = first ? 0 : 1; i < (first ? 2 : PROXIES); i++) {
      String policy = "entente-orders-" + i + "-mark";
      estate.part("orders-" + i, TestBundles.header(policy, "x-mark", note));
    }
    estate.hook(PRE_PROXY, first ? "entente-flow-1" : "entente-flow-2", TEAM);
    estate.hook(first ? PRE_TARGET : POST_PROXY, "entente-flow-2", NONE);
    for (int i = first ? 0 : 1; i < (first ? 1 : 4); i++) {
      String name = "entente-api-" + i;
      estate.proxy(name, ownProxy(name, note));
    }
    for (int i = first ? 0 : 1; i < (first ? 2 : 5); i++) {
      estate.targetServer("entente-backend-" + i, first ? 8080 : 8081);
    }
    return estate.objects();
  }

  @Override
  public void editOurs(ObjectKey key) {
    String id = key.nativeId();
    switch (key.kind()) {
      case ApigeeKinds.SHAREDFLOWS, ApigeeKinds.SHAREDFLOW_DEPLOYMENTS ->
          apigee.deployFlow(id, TestBundles.flow(id, "by somebody else"));
      case ApigeeKinds.TARGETSERVERS ->
          apigee.byHand(
              api -> {
                api.environment().replaceTargetServer(id, Estate.server(id, 9999));
                return id;
              });
      case ApigeeKinds.APIS -> {
        var files = new TreeMap<>(apigee.deployed(BundleKind.PROXY, id));
        files.replaceAll(
            (name, blob) ->
                name.contains("/policies/entente-")
                    ? TestBundles.header(policy(name), "x-mark", "by somebody else")
                    : blob);
        apigee.deployProxy(id, files);
      }
      default -> apigee.attach(id, "{\"sharedFlow\":\"team-auth\",\"continueOnError\":false}");
    }
  }

  @Override
  public void editForeign() {
    for (int i = 0; i < PROXIES; i++) {
      var files = new TreeMap<>(apigee.deployed(BundleKind.PROXY, "orders-" + i));
      files.put("apiproxy/resources/jsc/tool.js", Blob.ofText("// edited\n"));
      apigee.deployProxy("orders-" + i, files);
    }
  }

  /** Every list; what the gateway is can still be asked. */
  @Override
  public void failReads() {
    apigee.faults(
        Stream.of("apis", "sharedflows", "apiproducts", "developers", "apps", "environments/test/*")
            .map(list -> new Match("GET", "/v1/organizations/acme/" + list))
            .map(match -> Fault.always(match, new Effect.Status(403, Optional.empty())))
            .toArray(Fault[]::new));
  }

  /** The write after the question whether the archive would be taken. */
  @Override
  public void loseNextAnswer() {
    apigee.faults(
        new Fault(
            new Match("POST", "/v1/organizations/acme/sharedflows"), 1, 1, new Effect.LoseAnswer()),
        Fault.once(new Match("POST", "/v1/**/targetservers"), new Effect.LoseAnswer()),
        Fault.once(new Match("PUT", "/v1/**"), new Effect.LoseAnswer()),
        Fault.once(new Match("DELETE", "/v1/**"), new Effect.LoseAnswer()));
  }

  @Override
  public long writes() {
    return apigee.writes();
  }

  SimulatedApigee apigee() {
    return apigee;
  }

  private static SortedMap<String, Blob> ownProxy(String name, String note) {
    var files = new TreeMap<>(TestBundles.proxy(name, note));
    files.put("apiproxy/" + name + ".xml", Blob.ofText("<APIProxy name=\"" + name + "\"/>\n"));
    files.put(
        "apiproxy/policies/entente-mark.xml", TestBundles.header("entente-mark", "x-mark", note));
    return files;
  }

  private static String policy(String file) {
    return file.substring(file.lastIndexOf('/') + 1, file.length() - ".xml".length());
  }

  @Override
  public void close() {
    apigee.close();
  }
}
