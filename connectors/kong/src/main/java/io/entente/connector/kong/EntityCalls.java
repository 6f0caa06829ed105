package io.entente.connector.kong;

import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.problem.FailureClass;
import io.entente.model.problem.Problem;
import io.entente.model.tree.Node;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The calls on one entity. Targets are reached through their upstream only. */
final class EntityCalls {

  private static final List<String> SCOPES = List.of("route", "service", "consumer");

  private final AdminApi admin;
  private final ObjectKey key;
  private final Optional<String> upstream;

  /**
   * @param body the entity in any form; names the upstream of a target
   */
  EntityCalls(AdminApi admin, ObjectKey key, Optional<Node> body) {
    this.admin = admin;
    this.key = key;
    this.upstream =
        key.kind().equals(KongCollection.TARGETS.path())
            ? body.flatMap(node -> Trees.field(node, "upstream"))
                .flatMap(node -> Trees.text(node, "id"))
            : Optional.empty();
  }

  /** The entity as it is now, with its secrets; empty when there is none. */
  Optional<Node> get() throws AdminFailure {
    String what = "GET /" + key;
    Node body;
    try {
      body =
          upstream.isPresent()
              ? admin.read(
                  what,
                  () ->
                      admin
                          .entities()
                          .getNested("upstreams", upstream.get(), key.kind(), key.nativeId()))
              : admin.read(what, () -> admin.entities().getEntity(key.kind(), key.nativeId()));
    } catch (AdminFailure e) {
      if (e.notFound()) {
        return Optional.empty();
      }
      throw e;
    }
    return Optional.of(stored(what, body));
  }

  /** An entity may be reached by name too; only its id makes it the one that was asked for. */
  private Node stored(String what, @Nullable Node body) throws AdminFailure {
    if (body == null || !Trees.text(body, "id").filter(key.nativeId()::equals).isPresent()) {
      throw Failures.strange(what, "another entity");
    }
    return body;
  }

  /**
   * Creates. Where Kong has POST for the kind nothing that is there is replaced.
   *
   * @return the entity as stored
   * @throws AdminFailure as {@link #put}; also when there is an entity of this id
   */
  Node create(Node body) throws AdminFailure {
    if (!OursNow.covers(key.kind()) || !(body instanceof Node.Obj entity)) {
      return put(body);
    }
    requireScope(body);
    var named = entity.with("id", Node.text(key.nativeId()));
    String what = "POST /" + key;
    return stored(what, admin.write(what, () -> admin.entities().postEntity(key.kind(), named)));
  }

  /**
   * Creates or replaces.
   *
   * @return the entity as stored
   * @throws AdminFailure before anything is sent when a plugin has no scope: Kong would take the
   *     call and make the plugin act on everything
   */
  Node put(Node body) throws AdminFailure {
    requireScope(body);
    String what = "PUT /" + key;
    return stored(
        what,
        upstream.isPresent()
            ? admin.write(
                what,
                () ->
                    admin
                        .entities()
                        .putNested("upstreams", upstream.get(), key.kind(), key.nativeId(), body))
            : admin.write(
                what, () -> admin.entities().putEntity(key.kind(), key.nativeId(), body)));
  }

  /**
   * Changes the fields given.
   *
   * @return the entity as stored
   * @throws AdminFailure also when it would take a plugin's scope away
   */
  Node patch(Node.Obj fields) throws AdminFailure {
    if (isPlugin() && SCOPES.stream().anyMatch(scope -> fields.fields().containsKey(scope))) {
      requireScope(fields);
    }
    String what = "PATCH /" + key;
    return stored(
        what,
        upstream.isPresent()
            ? admin.write(
                what,
                () ->
                    admin
                        .entities()
                        .patchNested(
                            "upstreams", upstream.get(), key.kind(), key.nativeId(), fields))
            : admin.write(
                what, () -> admin.entities().patchEntity(key.kind(), key.nativeId(), fields)));
  }

  void delete() throws AdminFailure {
    String what = "DELETE /" + key;
    if (upstream.isPresent()) {
      admin.write(
          what,
          () -> {
            admin.entities().deleteNested("upstreams", upstream.get(), key.kind(), key.nativeId());
            return true;
          });
    } else {
      admin.write(
          what,
          () -> {
            admin.entities().deleteEntity(key.kind(), key.nativeId());
            return true;
          });
    }
  }

  private void requireScope(Node body) throws AdminFailure {
    boolean scoped =
        SCOPES.stream()
            .flatMap(scope -> Trees.field(body, scope).stream())
            .anyMatch(reference -> Trees.text(reference, "id").isPresent());
    if (isPlugin() && !scoped) {
      throw new AdminFailure(
          0,
          FailureClass.FIX_CONFIG,
          Problem.internal(
              KongErrorCode.PLUGIN_WITHOUT_SCOPE,
              "Plugin "
                  + key.nativeId()
                  + " names no route, service or consumer; not sent,"
                  + " because Kong would make it act on every request",
              "Report this with the plan."),
          false);
    }
  }

  private boolean isPlugin() {
    return key.kind().equals(KongCollection.PLUGINS.path());
  }
}
