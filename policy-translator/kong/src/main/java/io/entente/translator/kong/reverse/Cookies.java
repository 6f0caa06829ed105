package io.entente.translator.kong.reverse;

import io.entente.model.tree.Node;
import java.util.List;

/** Whether response-transformer takes cookies off answers. */
final class Cookies {

  private static final String PLUGIN = "response-transformer";

  private Cookies() {}

  /** True where it does so on each of these routes, for every caller. */
  static boolean takenOff(List<Entity> routes, NativeEstate estate) {
    return !routes.isEmpty()
        && routes.stream()
            .allMatch(
                route ->
                    Neighbours.on(route, PLUGIN, estate).filter(Cookies::takesOff).isPresent());
  }

  private static boolean takesOff(Config settings) {
    return settings.at("remove", "headers").orElse(Node.nothing()) instanceof Node.Arr names
        && names.items().stream()
            .anyMatch(name -> Entity.text(name).filter("set-cookie"::equalsIgnoreCase).isPresent());
  }
}
