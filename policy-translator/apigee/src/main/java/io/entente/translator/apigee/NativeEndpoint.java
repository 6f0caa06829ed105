package io.entente.translator.apigee;

import io.entente.model.nativeobject.ObjectKey;
import io.entente.translator.apigee.dialect.EndpointFacts;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A proxy endpoint of others.
 *
 * @param file its path in the bundle
 * @param basePath without a slash at its end; empty for every path
 * @param crossOrigin names of its policies of type CORS
 * @param faultRules how many it has
 */
record NativeEndpoint(
    String proxy,
    String name,
    String file,
    String basePath,
    SortedSet<String> crossOrigin,
    int faultRules) {
  NativeEndpoint {
    crossOrigin = Collections.unmodifiableSortedSet(new TreeSet<>(crossOrigin));
  }

  ObjectKey key() {
    return EndpointFacts.key(proxy, name);
  }

  /** What bindings call it. */
  String called() {
    return proxy + "/" + name;
  }

  boolean holds(String path) {
    return path.equals(basePath) || path.startsWith(basePath + "/");
  }
}
