package io.entente.cli.offline;

import io.entente.json.YamlTree;
import io.entente.model.fidelity.PolicyFidelity;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Node;
import io.entente.translator.envoy.EnvoyNames;
import io.entente.translator.envoy.dialect.EnvoyKinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The configuration of one Envoy that has no hub: routes stand in the listener instead of coming
 * over ADS, and the access log towards the hub is left out.
 */
final class EnvoyFile {

  static final String NAME = "envoy.yaml";

  private EnvoyFile() {}

  static Export of(OfflineTranslation made) {
    refuseLogs(made);
    Node.Obj listener = tree(made, EnvoyNames.LISTENER);
    Node routes = tree(made, EnvoyNames.ROUTES);
    var clusters = new ArrayList<Node>();
    for (NativeObject object : made.translation().objects().values()) {
      if (object.key().kind().equals(EnvoyKinds.CLUSTER)) {
        clusters.add(Trees.root(object));
      }
    }
    Node bootstrap =
        Node.obj(
            Map.of(
                "node",
                Node.obj(
                    Map.of(
                        "id", Node.text(made.gateway().id().value()),
                        "cluster", Node.text(made.gateway().id().value()))),
                "static_resources",
                Node.obj(
                    Map.of(
                        "listeners", Node.arr(List.of(standingAlone(listener, routes))),
                        "clusters", Node.arr(clusters)))));
    return Export.of(
        NAME,
        YamlTree.write(bootstrap),
        List.of(
            "envoy -c "
                + NAME
                + " starts it; the access log towards the hub is left out, and there"
                + " is no admin port"));
  }

  /** What would log would be silent without the hub. */
  private static void refuseLogs(OfflineTranslation made) {
    List<Problem> silent =
        made.translation().fidelity().entries().stream()
            .filter(entry -> entry.kind().equals("trafficLog"))
            .map(PolicyFidelity::policy)
            .distinct()
            .map(
                policy ->
                    Problem.user(
                        "TRAFFIC_LOG_NEEDS_HUB",
                        "Policy "
                            + policy
                            + " logs to the hub, and an Envoy that runs from a file has none.",
                        "policies[" + policy.policy() + "].spec.trafficLog",
                        "Take the policy out for this file, or export with --format native."))
            .toList();
    if (!silent.isEmpty()) {
      throw new ProblemException(silent);
    }
  }

  private static Node standingAlone(Node.Obj listener, Node routes) {
    Node.Obj chain = only(listener, "filter_chains");
    Node.Obj filter = only(chain, "filters");
    Node.Obj manager = (Node.Obj) filter.field("typed_config").orElseThrow();
    Node.Obj alone = manager.without("rds").without("access_log").with("route_config", routes);
    return listener.with(
        "filter_chains",
        Node.arr(
            List.of(chain.with("filters", Node.arr(List.of(filter.with("typed_config", alone)))))));
  }

  private static Node.Obj only(Node.Obj owner, String list) {
    List<Node.Obj> all = Trees.objects(owner, list);
    if (all.size() != 1) {
      throw new IllegalStateException(all.size() + " " + list + " where translation makes one");
    }
    return all.get(0);
  }

  private static Node.Obj tree(OfflineTranslation made, ObjectKey key) {
    return Trees.root(
        Optional.ofNullable(made.translation().objects().get(key))
            .orElseThrow(() -> new IllegalStateException("translation made no " + key)));
  }
}
