package io.entente.translator.kong.reverse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Entities of one kind, found by id or by name. */
final class Entities {

  private final List<Entity> all = new ArrayList<>();
  private final Map<String, Entity> ids = new HashMap<>();
  private final Map<String, Entity> names = new HashMap<>();

  void add(Entity entity) {
    all.add(entity);
    ids.putIfAbsent(entity.id(), entity);
    entity.name().ifPresent(name -> names.putIfAbsent(name, entity));
  }

  List<Entity> all() {
    return all;
  }

  Optional<Entity> find(String idOrName) {
    return Optional.ofNullable(ids.get(idOrName))
        .or(() -> Optional.ofNullable(names.get(idOrName)));
  }
}
