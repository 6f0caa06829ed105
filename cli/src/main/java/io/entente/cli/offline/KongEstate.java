package io.entente.cli.offline;

import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Node;
import io.entente.translator.kong.dialect.KongKinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The entities of decK files, or of files for a Kong without a database, each on its own. */
final class KongEstate {

  /** What is written below an entity of a kind points back at it by this field. */
  private static final Map<String, String> BACK =
      Map.of(
          KongKinds.SERVICES,
          "service",
          KongKinds.ROUTES,
          "route",
          KongKinds.CONSUMERS,
          "consumer",
          "consumer_groups",
          "consumer_group",
          KongKinds.UPSTREAMS,
          "upstream",
          "certificates",
          "certificate");

  private static final Set<String> BELOW =
      Set.of(KongKinds.ROUTES, KongKinds.PLUGINS, KongKinds.TARGETS, "snis");

  private final TreeMap<ObjectKey, NativeObject> objects = new TreeMap<>();
  private final List<String> notes = new ArrayList<>();

  private KongEstate() {}

  /**
   * @throws ProblemException NOT_KONG_CONFIGURATION, DECK_SHARED_CONFIG, or a text that is none
   */
  static Estate of(List<EstateSource> sources) {
    var estate = new KongEstate();
    for (Node.Obj document : ConfigTexts.read(sources)) {
      estate.document(document);
    }
    return new Estate(estate.objects, Set.of(), estate.notes);
  }

  private void document(Node.Obj document) {
    if (document.field("_format_version").isEmpty()) {
      throw new ProblemException(
          Problem.user(
              "NOT_KONG_CONFIGURATION",
              "The file has no _format_version, which every configuration of Kong has.",
              "_format_version",
              "Name a file that decK wrote, or that a Kong without a database loads."));
    }
    if (document.field("_plugin_configs").isPresent()) {
      throw new ProblemException(
          Problem.user(
              "DECK_SHARED_CONFIG",
              "The file shares configuration between plugins, which only decK puts together.",
              "_plugin_configs",
              "Run 'deck file render' over it and read what that prints."));
    }
    document
        .fields()
        .forEach(
            (kind, list) -> {
              if (list instanceof Node.Arr all && !kind.startsWith("_")) {
                entities(kind, all, kind, Optional.empty());
              }
            });
  }

  /** The entity that others are written below. */
  private record Owner(String field, String id) {}

  private void entities(String kind, Node.Arr list, String path, Optional<Owner> owner) {
    for (int i = 0; i < list.items().size(); i++) {
      String at = path + "[" + i + "]";
      if (list.items().get(i) instanceof Node.Obj entity) {
        entity(kind, entity, at, owner);
      } else {
        notes.add(at + " is no entity and was passed over");
      }
    }
  }

  private void entity(String kind, Node.Obj entity, String path, Optional<Owner> owner) {
    String id = id(kind, entity).orElse(path);
    Node.Obj own = entity;
    String back = BACK.get(kind);
    for (String child : BELOW) {
      if (back != null && entity.field(child).orElse(Node.nothing()) instanceof Node.Arr list) {
        entities(child, list, path + "." + child, Optional.of(new Owner(back, id)));
        own = own.without(child);
      }
    }
    if (owner.isPresent()) {
      own = own.with(owner.get().field(), Node.obj(Map.of("id", Node.text(owner.get().id()))));
    }
    var key = new ObjectKey(kind, id);
    if (objects.putIfAbsent(key, NativeObject.foreign(key, new Content.Tree(own))) != null) {
      throw new ProblemException(
          Problem.user(
              "ENTITY_TWICE",
              "The files hold two entities of " + kind + " that are called the same.",
              path,
              id,
              "Take one of the two out."));
    }
  }

  /** A plugin's name is what it does, not who it is. */
  private static Optional<String> id(String kind, Node.Obj entity) {
    return Trees.text(entity, "id")
        .or(
            () ->
                kind.equals(KongKinds.PLUGINS)
                    ? Optional.empty()
                    : Trees.text(entity, "name").or(() -> Trees.text(entity, "username")))
        .filter(text -> !text.isBlank());
  }
}
