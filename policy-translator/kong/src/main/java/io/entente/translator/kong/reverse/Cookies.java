package io.entente.translator.kong.reverse;

import io.entente.model.tree.Node;
import java.util.List;
import java.util.Optional;

/** Whether response-transformer takes cookies off answers. */
final class Cookies {

  private static final String PLUGIN = "response-transformer";

  private Cookies() {}

  /** True where it does so on each of these routes, for every caller. */
  static boolean takenOff(List<Entity> routes, NativeEstate estate) {
    return !routes.isEmpty() && routes.stream().allMatch(route -> takenOff(route, estate));
  }

  private static boolean takenOff(Entity route, NativeEstate estate) {
    boolean nearer =
        estate.serviceOf(route).isPresent()
            && !estate.at(PLUGIN, Optional.of(route), estate.serviceOf(route)).isEmpty();
    List<Instance> here = estate.at(PLUGIN, Optional.of(route), Optional.empty());
    return !nearer && here.size() == 1 && here.stream().allMatch(Cookies::takesOff);
  }

  private static boolean takesOff(Instance instance) {
    return instance.acts()
        && instance.entity().given("config").orElse(Node.nothing()) instanceof Node.Obj settings
        && new Config(settings).at("remove", "headers").orElse(Node.nothing())
            instanceof Node.Arr names
        && names.items().stream()
            .anyMatch(name -> Entity.text(name).filter("set-cookie"::equalsIgnoreCase).isPresent());
  }
}
