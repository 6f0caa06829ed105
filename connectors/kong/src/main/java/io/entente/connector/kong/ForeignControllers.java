package io.entente.connector.kong;

import io.entente.connector.kong.ForeignController.Kind;
import io.entente.model.estate.GatewayProfile;
import io.entente.model.estate.Snapshot;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.tree.Node;
import io.entente.translator.kong.dialect.KongKinds;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Recognises other controllers by the marks they leave. Pure.
 *
 * <p>decK without select tags leaves none: its next sync deletes what its file does not hold, ours
 * included, and nothing on the gateway tells before. Its users have to know; the absence of a
 * finding is no proof.
 */
public final class ForeignControllers {

  private static final Pattern INGRESS_TAG =
      Pattern.compile(
          "managed-by-ingress-controller|k8s-(name|namespace|kind|uid|group|version):.*");
  private static final Pattern DECK_TAG = Pattern.compile("(?i)(managed[-_]by[:=_-])?deck");
  private static final Pattern OTHER_TAG = Pattern.compile("(?i)managed[-_]by[:=].+");

  private ForeignControllers() {}

  /** All that are recognised, at most one of each kind. */
  public static List<ForeignController> detect(Snapshot snapshot, GatewayProfile profile) {
    var found = new ArrayList<>(owners(snapshot.objects().values(), profile));
    Optional.ofNullable(profile.settings().get(NodeFacts.DECLARATIVE_FILE))
        .filter(file -> !database(profile))
        .ifPresent(
            file ->
                found.add(
                    new ForeignController(
                        Kind.DECLARATIVE_FILE,
                        "the node is configured to read " + file,
                        "everything loaded since, when the node starts again")));
    return List.copyOf(found);
  }

  /** Those that own the content of a document we are about to write. */
  static List<ForeignController> owners(NativeObject object, GatewayProfile profile) {
    return owners(List.of(object), profile);
  }

  private static List<ForeignController> owners(
      Collection<NativeObject> objects, GatewayProfile profile) {
    var marks = new TreeMap<Kind, Map<String, Integer>>();
    objects.stream()
        .flatMap(ForeignControllers::tags)
        .forEach(
            tag ->
                kind(tag)
                    .ifPresent(
                        kind ->
                            marks
                                .computeIfAbsent(kind, k -> new TreeMap<>())
                                .merge(shown(tag), 1, Integer::sum)));
    if ("true".equals(profile.settings().get(NodeFacts.INGRESS))) {
      marks.computeIfAbsent(Kind.INGRESS_CONTROLLER, k -> new TreeMap<>());
    }
    return marks.entrySet().stream()
        .map(e -> controller(e.getKey(), e.getValue(), profile))
        .toList();
  }

  private static ForeignController controller(
      Kind kind, Map<String, Integer> tags, GatewayProfile profile) {
    String evidence =
        tags.entrySet().stream()
            .map(e -> "tag " + e.getKey() + " on " + e.getValue())
            .findFirst()
            .orElse("the node says that it works for one");
    String effect =
        database(profile)
            ? "what we change on entities that carry its tags"
            : "the whole configuration, ours included, when it next loads its own";
    return new ForeignController(kind, evidence, effect);
  }

  private static Optional<Kind> kind(String tag) {
    if (INGRESS_TAG.matcher(tag).matches()) {
      return Optional.of(Kind.INGRESS_CONTROLLER);
    }
    if (DECK_TAG.matcher(tag).matches()) {
      return Optional.of(Kind.DECK);
    }
    return OTHER_TAG.matcher(tag).matches() ? Optional.of(Kind.OTHER_TOOL) : Optional.empty();
  }

  /** Names in Kubernetes are many; their prefix tells enough. */
  private static String shown(String tag) {
    return tag.startsWith("k8s-") ? tag.substring(0, tag.indexOf(':') + 1) + "..." : tag;
  }

  private static Stream<String> tags(NativeObject object) {
    if (!(object.content() instanceof Content.Tree tree)) {
      return Stream.empty();
    }
    Stream<Node> entities =
        object.key().kind().equals(KongKinds.DECLARATIVE) && tree.root() instanceof Node.Obj obj
            ? obj.fields().values().stream()
                .flatMap(list -> Trees.items(Optional.of(list)).stream())
            : Stream.of(tree.root());
    return entities
        .flatMap(entity -> Trees.items(Trees.field(entity, "tags")).stream())
        .flatMap(tag -> Trees.text(tag).stream());
  }

  private static boolean database(GatewayProfile profile) {
    return !"off".equals(profile.settings().get("database"));
  }
}
