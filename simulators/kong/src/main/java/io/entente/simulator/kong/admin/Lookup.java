package io.entente.simulator.kong.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.kong.Json;
import io.entente.simulator.kong.entity.Entities;
import io.entente.simulator.kong.entity.EntityType;
import io.entente.simulator.kong.entity.Key;
import io.entente.simulator.kong.entity.Refusal;
import io.entente.simulator.kong.schema.Uuids;
import io.entente.simulator.kong.store.Transaction;
import java.util.Optional;

/** Finds what a path names. */
final class Lookup {

  private final Entities entities;

  Lookup(Entities entities) {
    this.entities = entities;
  }

  Optional<ObjectNode> find(Transaction transaction, EntityType type, String text) {
    return entities.find(transaction, type, key(transaction, type, text));
  }

  /**
   * The key of a path. A certificate may be named by one of its SNIs.
   *
   * @throws Refusal for a name where only ids are keys
   */
  Key key(Transaction transaction, EntityType type, String text) {
    Key key = Key.of(type, text);
    if (!key.isId() || Uuids.isUuid(key.value())) {
      return key;
    }
    Optional<ObjectNode> sni = transaction.findBy("snis", "name", text);
    if (type.name().equals("certificates") && sni.isPresent()) {
      return Key.id(sni.get().path("certificate").path("id").asText());
    }
    if (type.name().equals("certificates")) {
      throw Refusal.notFound();
    }
    throw Refusal.invalidPrimaryKey(Json.object().put("id", "expected a valid UUID"));
  }

  String parentId(Transaction transaction, Parent parent) {
    return find(transaction, parent.type(), parent.key())
        .orElseThrow(Refusal::notFound)
        .path("id")
        .asText();
  }

  /** The child of a nested path; it must belong to the parent. */
  ObjectNode child(Transaction transaction, Parent parent, String text) {
    String parentId = parentId(transaction, parent);
    Optional<ObjectNode> child = byNameBelow(transaction, parent, parentId, text);
    if (child.isEmpty()) {
      child = find(transaction, parent.child(), text);
    }
    return child
        .filter(found -> found.path(parent.field()).path("id").asText().equals(parentId))
        .orElseThrow(Refusal::notFound);
  }

  /** The key of a child that may not exist yet. */
  Key childKey(Transaction transaction, Parent parent, String text) {
    String parentId = parentId(transaction, parent);
    return byNameBelow(transaction, parent, parentId, text)
        .map(found -> Key.id(found.path("id").asText()))
        .orElseGet(() -> key(transaction, parent.child(), text));
  }

  /** Names of targets and groups are unique below their parent only. */
  private static Optional<ObjectNode> byNameBelow(
      Transaction transaction, Parent parent, String parentId, String text) {
    String collection = parent.child().collection();
    if (Uuids.isUuid(text) || !(collection.equals("targets") || collection.equals("acls"))) {
      return Optional.empty();
    }
    String field = parent.child().endpointKey().orElseThrow();
    return transaction.idsOfParent(collection, parent.field(), parentId).stream()
        .map(id -> transaction.find(collection, id).orElseThrow())
        .filter(entity -> entity.path(field).asText().equals(text))
        .findFirst();
  }
}
