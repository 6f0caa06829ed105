package io.entente.translator.envoy.reverse;

import io.entente.model.tree.Node;

/** One filter of a chain. */
record HttpFilter(String name, FilterConfig config, boolean disabled) {

  static HttpFilter of(Node filter) {
    return new HttpFilter(
        Trees.text(filter, "name").orElse(""),
        FilterConfig.of(Trees.at(filter, "typed_config").orElse(Node.obj())),
        Trees.isTrue(filter, "disabled"));
  }
}
