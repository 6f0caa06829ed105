package io.entente.simulator.kong.admin;

import io.entente.simulator.kong.entity.Catalogue;
import io.entente.simulator.kong.entity.EntityType;
import io.entente.simulator.kong.entity.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Paths of entities: collections, entities, what points to them, and what they point to. */
final class EntitySection implements Section {

  /** Targets have no paths of their own, only below their upstream. */
  private static final String NO_TOP_LEVEL = "targets";

  private final Catalogue catalogue;
  private final EntityRequests requests;

  EntitySection(Catalogue catalogue, EntityRequests requests) {
    this.catalogue = catalogue;
    this.requests = requests;
  }

  @Override
  public Optional<Endpoint> find(List<String> path) {
    if (path.isEmpty() || path.size() > 4 || path.get(0).equals(NO_TOP_LEVEL)) {
      return Optional.empty();
    }
    return catalogue
        .byCollection(path.get(0))
        .flatMap(
            type ->
                switch (path.size()) {
                  case 1 -> Optional.of(collection(type));
                  case 2 -> Optional.of(entity(type, path.get(1)));
                  case 3 -> below(type, path);
                  default -> nestedEntity(type, path);
                });
  }

  @Override
  public List<String> templates() {
    List<String> templates = new ArrayList<>();
    for (EntityType type : catalogue.types()) {
      String all = "/" + type.collection();
      String one = all + "/{" + type.name() + "}";
      templates.add(all);
      templates.add(one);
      type.foreignFields().forEach(field -> templates.add(one + "/" + field.getKey()));
      for (Map.Entry<EntityType, String> child : catalogue.childrenOf(type)) {
        templates.add(one + "/" + child.getKey().nested());
        templates.add(one + "/" + child.getKey().nested() + "/{" + child.getKey().name() + "}");
      }
    }
    return templates;
  }

  private Endpoint collection(EntityType type) {
    return new Endpoint(
        Map.of(
            "GET", request -> requests.list(type, request),
            "POST", request -> requests.create(type, request)));
  }

  private Endpoint entity(EntityType type, String key) {
    return new Endpoint(
        Map.of(
            "GET", request -> requests.show(type, key),
            "PUT", request -> requests.replace(type, key, request),
            "PATCH", request -> requests.change(type, key, request),
            "DELETE", request -> requests.delete(type, key)));
  }

  private Optional<Endpoint> below(EntityType type, List<String> path) {
    String word = path.get(2);
    String key = path.get(1);
    Optional<Parent> child = child(type, key, word);
    if (child.isPresent()) {
      return child.map(
          parent ->
              new Endpoint(
                  Map.of(
                      "GET", request -> requests.listBelow(parent, request),
                      "POST", request -> requests.createBelow(parent, request))));
    }
    return type.foreignFields().stream()
        .filter(field -> field.getKey().equals(word))
        .findFirst()
        .map(field -> foreign(type, key, field));
  }

  private Endpoint foreign(EntityType type, String key, Map.Entry<String, String> field) {
    EntityType target = catalogue.byName(field.getValue());
    Function<String, String> idOf = any -> requests.referenceOf(type, key, field.getKey());
    return new Endpoint(
        Map.of(
            "GET", request -> requests.show(target, idOf.apply(key)),
            "PUT", request -> requests.replace(target, idOf.apply(key), request),
            "PATCH", request -> requests.change(target, idOf.apply(key), request),
            "DELETE",
                request -> {
                  requests.referenceOf(type, key, field.getKey());
                  throw Refusal.methodNotAllowed();
                }));
  }

  private Optional<Endpoint> nestedEntity(EntityType type, List<String> path) {
    String key = path.get(3);
    return child(type, path.get(1), path.get(2))
        .map(
            parent ->
                new Endpoint(
                    Map.of(
                        "GET", request -> requests.showBelow(parent, key),
                        "PUT", request -> requests.replaceBelow(parent, key, request),
                        "PATCH", request -> requests.changeBelow(parent, key, request),
                        "DELETE", request -> requests.deleteBelow(parent, key))));
  }

  private Optional<Parent> child(EntityType type, String key, String nested) {
    return catalogue.childrenOf(type).stream()
        .filter(child -> child.getKey().nested().equals(nested))
        .findFirst()
        .map(child -> new Parent(type, key, child.getKey(), child.getValue()));
  }
}
