package io.entente.translator.kong.reverse;

import java.util.List;
import java.util.Optional;

/** What acts on the same routes. */
final class Neighbours {

  private Neighbours() {}

  /**
   * The settings of a plugin on one route, where one instance of it acts there for every caller.
   */
  static Optional<Config> on(Entity route, String plugin, NativeEstate estate) {
    boolean nearer =
        estate.serviceOf(route).isPresent()
            && !estate.at(plugin, Optional.of(route), estate.serviceOf(route)).isEmpty();
    List<Instance> here = estate.at(plugin, Optional.of(route), Optional.empty());
    return !nearer && here.size() == 1 && here.get(0).acts()
        ? here.get(0).settings()
        : Optional.empty();
  }
}
