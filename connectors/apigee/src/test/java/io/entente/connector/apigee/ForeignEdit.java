package io.entente.connector.apigee;

import static io.entente.connector.apigee.Estate.key;

import io.entente.model.nativeobject.Blob;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.NodePath;
import io.entente.reconciliation.DriftKind;
import io.entente.translator.apigee.dialect.ApigeeKinds;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Something others do to the estate of {@link ForeignEditsTest}.
 *
 * @param expected what is to be found of it; empty when it lies outside our claims
 */
record ForeignEdit(Set<Expected> expected, Runnable run) {

  private static final String CONTINUE = "continueOnError";

  /** Drift of one object at one path. */
  record Expected(ObjectKey key, String path, DriftKind kind) {}

  /** Edit number {@code kind} of what we have in a proxy of others. */
  static ForeignEdit ofPart(SimulatedApigee apigee, int kind, String proxy, int value) {
    var key = key(ApigeeKinds.APIS, proxy);
    String policy = "apiproxy/policies/entente-" + proxy + "-mark.xml";
    String step = "apiproxy/proxies/default.xml!/PreFlow/Request/001-entente-" + proxy + "-mark";
    var both =
        Set.of(
            new Expected(key, file(policy), DriftKind.FOREIGN_DELETE),
            new Expected(key, file(step), DriftKind.FOREIGN_DELETE));
    return switch (kind % 3) {
      case 0 -> // a pipeline imports what is in its repository
          new ForeignEdit(
              both, () -> apigee.deployProxy(proxy, TestBundles.proxy(proxy, "ci " + value)));
      case 1 -> // the first revision, from before us, is deployed again
          new ForeignEdit(
              both,
              () ->
                  apigee.byHand(
                      api -> {
                        api.proxies().deploy(proxy, "1", Optional.empty());
                        return proxy;
                      }));
      default ->
          new ForeignEdit(
              Set.of(new Expected(key, file(policy), DriftKind.FOREIGN_EDIT)),
              () -> {
                var files = new TreeMap<>(apigee.deployed(BundleKind.PROXY, proxy));
                files.put(
                    policy,
                    TestBundles.header("entente-" + proxy + "-mark", "x-mark", "n" + value));
                apigee.deployProxy(proxy, files);
              });
    };
  }

  /** Edit number {@code kind} of a flow of ours that no hook calls. */
  static ForeignEdit ofFlow(SimulatedApigee apigee, int kind, String flow, int value) {
    var key = key(ApigeeKinds.SHAREDFLOWS, flow);
    var deployment = key(ApigeeKinds.SHAREDFLOW_DEPLOYMENTS, flow);
    var edited =
        new Expected(
            key, file("sharedflowbundle/policies/" + flow + "-mark.xml"), DriftKind.FOREIGN_EDIT);
    return switch (kind % 3) {
      case 0 -> // somebody deletes it
          new ForeignEdit(
              Set.of(
                  gone(key, "sharedflowbundle/" + flow + ".xml"),
                  gone(key, "sharedflowbundle/policies/" + flow + "-mark.xml"),
                  gone(key, "sharedflowbundle/sharedflows/default.xml"),
                  new Expected(deployment, "", DriftKind.FOREIGN_DELETE)),
              () -> apigee.deleteFlow(flow));
      case 1 -> // somebody imports another revision
          new ForeignEdit(
              Set.of(edited),
              () ->
                  apigee.byHand(
                      api ->
                          api.sharedFlows()
                              .create(
                                  flow, DeterministicZip.of(TestBundles.flow(flow, "n" + value)))));
      default -> // and deploys it
          new ForeignEdit(
              Set.of(edited, new Expected(deployment, "revision", DriftKind.FOREIGN_EDIT)),
              () -> apigee.deployFlow(flow, TestBundles.flow(flow, "n" + value)));
    };
  }

  /** Edit number {@code kind} of a hook of ours. */
  static ForeignEdit ofHook(SimulatedApigee apigee, int kind, String point, String flow) {
    var key = key(ApigeeKinds.FLOWHOOKS, point);
    var noDescription = new Expected(key, "description", DriftKind.FOREIGN_DELETE);
    var flipped = new Expected(key, CONTINUE, DriftKind.FOREIGN_EDIT);
    return switch (kind % 3) {
      case 0 ->
          new ForeignEdit(
              Set.of(
                  new Expected(key, "sharedFlow", DriftKind.FOREIGN_EDIT), flipped, noDescription),
              () -> apigee.attach(point, hook("team-auth", true)));
      case 1 ->
          new ForeignEdit(
              Set.of(
                  new Expected(key, "sharedFlow", DriftKind.FOREIGN_DELETE),
                  new Expected(key, CONTINUE, DriftKind.FOREIGN_DELETE),
                  noDescription),
              () ->
                  apigee.byHand(
                      api -> {
                        api.environment().detach(point);
                        return point;
                      }));
      default ->
          new ForeignEdit(
              Set.of(flipped, noDescription), () -> apigee.attach(point, hook(flow, true)));
    };
  }

  /** Edit number {@code kind} of what is none of our business; {@code value} makes it new. */
  static ForeignEdit ofTheirs(SimulatedApigee apigee, int kind, int value, String proxy) {
    Runnable run =
        switch (kind % 6) {
          case 0 ->
              () ->
                  apigee.post(
                      "developers",
                      "{\"email\":\"d%d@example.com\",\"firstName\":\"D\",\"lastName\":\"E\",\"userName\":\"d%d\"}"
                          .formatted(value, value));
          case 1 ->
              () ->
                  apigee.post(
                      "apiproducts", "{\"name\":\"p%d\",\"displayName\":\"P\"}".formatted(value));
          case 2 -> // another file of a proxy that holds parts of ours
              () -> {
                var files = new TreeMap<>(apigee.deployed(BundleKind.PROXY, proxy));
                files.put("apiproxy/resources/jsc/tool.js", Blob.ofText("// " + value + "\n"));
                apigee.deployProxy(proxy, files);
              };
          case 3 -> // a draft that is not deployed
              () ->
                  apigee.byHand(
                      api ->
                          api.proxies()
                              .create(
                                  proxy,
                                  DeterministicZip.of(TestBundles.proxy(proxy, "d" + value))));
          case 4 ->
              () ->
                  apigee.byHand(
                      api -> {
                        api.environment().createTargetServer(Estate.server("team-" + value, 9000));
                        return value;
                      });
          default ->
              () -> apigee.deployFlow("team-auth", TestBundles.flow("team-auth", "t" + value));
        };
    return new ForeignEdit(Set.of(), run);
  }

  private static Expected gone(ObjectKey key, String file) {
    return new Expected(key, file(file), DriftKind.FOREIGN_DELETE);
  }

  private static String file(String name) {
    return NodePath.of(name).toString();
  }

  private static String hook(String flow, boolean go) {
    return "{\"sharedFlow\":\"" + flow + "\",\"continueOnError\":" + go + "}";
  }
}
