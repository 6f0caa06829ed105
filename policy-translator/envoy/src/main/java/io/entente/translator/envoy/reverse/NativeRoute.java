package io.entente.translator.envoy.reverse;

import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.policy.resolution.RouteTarget;
import java.util.List;
import java.util.Optional;

/**
 * One route where it stands.
 *
 * @param object what holds it
 * @param host its virtual host, by the name that tells it apart
 * @param name that tells it apart in the virtual host
 * @param target the route of an API that it is
 * @param levels nearest first
 */
record NativeRoute(
    ObjectKey object,
    String host,
    String name,
    Optional<RouteTarget> target,
    List<Level> levels,
    Node.Obj document) {

  NativeRoute {
    levels = List.copyOf(levels);
  }

  NodePath path() {
    return levels.get(0).path();
  }

  ObjectKey key() {
    return new ObjectKey("route", hostKey().nativeId() + "/" + name);
  }

  ObjectKey hostKey() {
    return new ObjectKey("virtual_host", object.nativeId() + "/" + host);
  }
}
