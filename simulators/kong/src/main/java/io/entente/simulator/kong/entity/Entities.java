package io.entente.simulator.kong.entity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.kong.Generator;
import io.entente.simulator.kong.schema.Defaults;
import io.entente.simulator.kong.schema.Merge;
import io.entente.simulator.kong.schema.Schema;
import io.entente.simulator.kong.store.Transaction;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes entities with every check Kong makes. Runs inside a transaction of the store. */
public final class Entities {

  private final Catalogue catalogue;
  private final Draft draft;
  private final Integrity integrity;
  private final Snis snis;

  public Entities(Catalogue catalogue, Generator generator) {
    this.catalogue = catalogue;
    this.draft = new Draft(catalogue, generator);
    this.integrity = new Integrity(catalogue);
    this.snis = new Snis(this, catalogue);
  }

  /** One entity as it is stored; empty when there is none. */
  public Optional<ObjectNode> find(Transaction transaction, EntityType type, Key key) {
    if (key.isId()) {
      return transaction.find(type.collection(), key.value());
    }
    return transaction.findBy(type.collection(), key.field(), key.value());
  }

  /** An entity as the Admin API shows it. */
  public ObjectNode shown(Transaction transaction, EntityType type, ObjectNode entity) {
    return Snis.areOf(type) ? snis.shownOn(transaction, entity) : entity;
  }

  /** Creates an entity. */
  public ObjectNode insert(Transaction transaction, EntityType type, ObjectNode given) {
    ObjectNode body = given.deepCopy();
    Habits.before(type, body);
    integrity.checkProtocols(transaction, type, body);
    integrity.resolve(transaction, type, body);
    ObjectNode entity = draft.whole(type, body);
    integrity.check(transaction, type, entity, Optional.empty());
    return store(transaction, type, entity, body);
  }

  /** Changes some fields of an entity. */
  public ObjectNode update(Transaction transaction, EntityType type, Key key, ObjectNode given) {
    ObjectNode existing = find(transaction, type, key).orElseThrow(() -> Refusal.notFound(key));
    ObjectNode body = given.deepCopy();
    body.remove("id");
    Habits.before(type, body);
    ObjectNode base = existing.deepCopy();
    Schema before = catalogue.schemaOf(type, base);
    Defaults.hideShorthands(before, base);
    ObjectNode merged = Merge.over(before, body, base);
    integrity.checkProtocols(transaction, type, merged);
    integrity.resolve(transaction, type, merged);
    ObjectNode entity = draft.changed(type, merged);
    integrity.check(transaction, type, entity, Optional.of(id(existing)));
    return store(transaction, type, entity, body);
  }

  /** Creates an entity or replaces it whole: what is not given returns to its default. */
  public ObjectNode upsert(Transaction transaction, EntityType type, Key key, ObjectNode given) {
    ObjectNode body = given.deepCopy();
    body.put(key.field(), key.value());
    if (!key.isId()) {
      body.remove("id");
      find(transaction, type, key).ifPresent(entity -> body.put("id", id(entity)));
    }
    Habits.before(type, body);
    integrity.checkProtocols(transaction, type, body);
    integrity.resolve(transaction, type, body);
    ObjectNode entity = draft.whole(type, body);
    integrity.check(transaction, type, entity, Optional.of(id(entity)));
    return store(transaction, type, entity, body);
  }

  /** Deletes an entity and what goes with it; nothing happens when there is none. */
  public void delete(Transaction transaction, EntityType type, Key key) {
    find(transaction, type, key)
        .ifPresent(
            entity -> {
              integrity.checkNotReferenced(transaction, type, id(entity));
              remove(transaction, type, id(entity));
            });
  }

  /** The defaults and checks of a new entity, without storing it. */
  public ObjectNode validate(EntityType type, ObjectNode given) {
    ObjectNode body = given.deepCopy();
    Habits.before(type, body);
    return draft.whole(type, body);
  }

  static String id(JsonNode entity) {
    return entity.path("id").asText();
  }

  private ObjectNode store(
      Transaction transaction, EntityType type, ObjectNode entity, ObjectNode given) {
    JsonNode names = Snis.areOf(type) ? entity.path("snis") : MissingNode.getInstance();
    if (Snis.areOf(type)) {
      entity.remove("snis");
    }
    Habits.after(type, entity, given);
    Defaults.showShorthands(catalogue.schemaOf(type, entity), entity);
    if (names.isArray()) {
      snis.checkFree(transaction, id(entity), names);
    }
    transaction.put(type.collection(), entity);
    if (names.isArray()) {
      snis.replace(transaction, id(entity), names);
    }
    return entity;
  }

  private void remove(Transaction transaction, EntityType type, String id) {
    for (Map.Entry<EntityType, String> child : catalogue.childrenOf(type)) {
      String collection = child.getKey().collection();
      List.copyOf(transaction.idsOfParent(collection, child.getValue(), id))
          .forEach(childId -> remove(transaction, child.getKey(), childId));
    }
    transaction.remove(type.collection(), id);
  }
}
