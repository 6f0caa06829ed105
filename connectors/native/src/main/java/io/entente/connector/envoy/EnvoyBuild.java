package io.entente.connector.envoy;

import io.envoyproxy.envoy.config.core.v3.Node;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What an Envoy process says it is.
 *
 * @param version such as {@code 1.40.0}; {@code unknown} when it does not say
 * @param extensions names of those built in and not disabled
 */
record EnvoyBuild(String version, SortedSet<String> extensions) {

  static final String UNKNOWN = "unknown";

  EnvoyBuild {
    extensions = Collections.unmodifiableSortedSet(new TreeSet<>(extensions));
  }

  static EnvoyBuild of(Node node) {
    var extensions = new TreeSet<String>();
    node.getExtensionsList().stream()
        .filter(extension -> !extension.getDisabled())
        .forEach(extension -> extensions.add(extension.getName()));
    if (!node.hasUserAgentBuildVersion() || !node.getUserAgentBuildVersion().hasVersion()) {
      return new EnvoyBuild(UNKNOWN, extensions);
    }
    var version = node.getUserAgentBuildVersion().getVersion();
    return new EnvoyBuild(
        version.getMajorNumber() + "." + version.getMinorNumber() + "." + version.getPatch(),
        extensions);
  }
}
