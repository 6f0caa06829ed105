package io.entente.translator.envoy.reverse;

import io.entente.model.estate.Vendor;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.translator.envoy.dialect.EnvoyDialect;
import io.entente.translator.envoy.dialect.EnvoyKinds;
import io.entente.translator.reverse.FoundPolicy;
import io.entente.translator.reverse.InPlace;
import io.entente.translator.reverse.Reach;
import io.entente.translator.reverse.Reading;
import io.entente.translator.reverse.Reverse;
import io.entente.translator.reverse.ReverseRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads policies out of Envoy resources.
 *
 * <p>Of the levels that configure a filter for a route the nearest is read, as Envoy does, and a
 * filter of the chain that nothing nearer configures is read itself.
 */
public final class EnvoyReverse implements Reverse {

  private final EnvoyDialect dialect = new EnvoyDialect();

  @Override
  public Vendor vendor() {
    return Vendor.ENVOY;
  }

  @Override
  public Reading read(ReverseRequest request) {
    SortedMap<ObjectKey, Node> trees = trees(request);
    var reasons = new Reasons();
    var chains = new ArrayList<Chain>();
    trees.forEach(
        (key, root) -> {
          if (key.kind().equals(EnvoyKinds.LISTENER)) {
            chains.addAll(Chain.in(key, root));
          }
        });
    var findings = new Findings(chains.size() == 1);
    var routes = new RouteList(request);
    var upstreams = new UpstreamReading(trees, request.apis());
    for (Chain chain : chains) {
      Trees.at(chain.manager(), "route_config")
          .ifPresent(
              inline ->
                  routes
                      .in(chain.listener(), chain.path().field("route_config"), inline)
                      .forEach(
                          r -> findings.add(r, RouteReading.of(r, chain, upstreams, reasons))));
    }
    trees.forEach(
        (key, root) -> {
          if (key.kind().equals(EnvoyKinds.ROUTE_CONFIGURATION)) {
            routes(key, root, chains, routes, upstreams, findings, reasons);
          }
        });
    return reading(request, trees, chains, findings, reasons);
  }

  @Override
  public InPlace inPlace(ReverseRequest request, FoundPolicy found) {
    return new InPlace.Cannot(
        "It stands in a listener or on routes that others wrote; Entente writes filters for routes"
            + " that it makes, in a listener of its own.");
  }

  private static void routes(
      ObjectKey key,
      Node root,
      List<Chain> chains,
      RouteList routes,
      UpstreamReading upstreams,
      Findings findings,
      Reasons reasons) {
    List<Chain> asking =
        chains.stream().filter(c -> c.asks().equals(Optional.of(key.nativeId()))).toList();
    if (asking.size() == 1) {
      routes
          .in(key, NodePath.root(), root)
          .forEach(r -> findings.add(r, RouteReading.of(r, asking.get(0), upstreams, reasons)));
    } else {
      reasons.add(
          key,
          NodePath.root(),
          asking.isEmpty()
              ? "No listener that was read asks for it, so nothing of it acts."
              : asking.size() + " listeners ask for it, each with filters of its own.");
    }
  }

  private Reading reading(
      ReverseRequest request,
      SortedMap<ObjectKey, Node> trees,
      List<Chain> chains,
      Findings findings,
      Reasons reasons) {
    var policies = new ArrayList<FoundPolicy>();
    var logs = new ArrayList<TrafficLogReader.Log>();
    for (Chain chain : chains) {
      TrafficLogReader.read(chain, reasons)
          .ifPresent(
              log -> {
                logs.add(log);
                if (!findings.allLogThemselves()) {
                  policies.add(everywhere(chain, log, chains.size() == 1));
                }
              });
    }
    policies.addAll(findings.policies(reasons));
    SortedMap<ObjectKey, NativeObject> again =
        Again.of(request, findings, logs.stream().findFirst().map(TrafficLogReader.Log::kind));
    var expressed = new TreeSet<ObjectKey>();
    var remainder = new TreeMap<ObjectKey, NativeObject>();
    var why = new TreeMap<ObjectKey, String>();
    request
        .observed()
        .forEach(
            (key, object) -> {
              if (same(trees, again, key)) {
                expressed.add(key);
              } else {
                remainder.put(key, object);
                if (behaves(key)) {
                  why.put(key, reasons.of(key));
                }
              }
            });
    policies.sort(Comparator.comparing(FoundPolicy::from));
    return new Reading(policies, expressed, remainder, why);
  }

  private static FoundPolicy everywhere(Chain chain, TrafficLogReader.Log log, boolean alone) {
    return new FoundPolicy(
        chain.listener(),
        log.path().toString(),
        alone ? new Reach.WholeGateway() : new Reach.Native(chain.listener()),
        log.kind(),
        new TreeMap<>());
  }

  private static boolean same(
      Map<ObjectKey, Node> trees, Map<ObjectKey, NativeObject> again, ObjectKey key) {
    NativeObject ours = again.get(key);
    Node theirs = trees.get(key);
    return ours != null
        && theirs != null
        && ours.content() instanceof Content.Tree tree
        && tree.root().equals(theirs);
  }

  private static boolean behaves(ObjectKey key) {
    return key.kind().equals(EnvoyKinds.LISTENER)
        || key.kind().equals(EnvoyKinds.ROUTE_CONFIGURATION);
  }

  private SortedMap<ObjectKey, Node> trees(ReverseRequest request) {
    var trees = new TreeMap<ObjectKey, Node>();
    request
        .observed()
        .forEach(
            (key, object) -> {
              if (dialect.canonicalise(key, object.content()) instanceof Content.Tree tree) {
                trees.put(key, tree.root());
              }
            });
    return trees;
  }
}
