package io.entente.simulator.kong.proxy.config;

import java.util.List;

/** Where a plugin instance applies; the empty string stands for "any". */
record PluginScope(String route, String service, String consumer) {

  /** From the most specific to the global scope. */
  static List<PluginScope> ladder(String route, String service, String consumer) {
    return List.of(
        new PluginScope(route, service, consumer),
        new PluginScope(route, "", consumer),
        new PluginScope("", service, consumer),
        new PluginScope(route, service, ""),
        new PluginScope("", "", consumer),
        new PluginScope(route, "", ""),
        new PluginScope("", service, ""),
        new PluginScope("", "", ""));
  }
}
