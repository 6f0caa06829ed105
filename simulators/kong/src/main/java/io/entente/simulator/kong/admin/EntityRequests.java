package io.entente.simulator.kong.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.kong.Json;
import io.entente.simulator.kong.entity.Catalogue;
import io.entente.simulator.kong.entity.Entities;
import io.entente.simulator.kong.entity.EntityType;
import io.entente.simulator.kong.entity.Key;
import io.entente.simulator.kong.entity.Refusal;
import io.entente.simulator.kong.http.Request;
import io.entente.simulator.kong.http.Response;
import io.entente.simulator.kong.store.KongStore;
import io.entente.simulator.kong.store.Transaction;
import java.util.Optional;
import java.util.function.Function;

/** Requests for entities: finds what the path names, and runs each in one transaction. */
final class EntityRequests {

  private final KongStore store;
  private final Entities entities;
  private final Listing listing;
  private final Lookup lookup;
  private final BodyTypes bodies;
  private final WriteGuard guard;

  EntityRequests(KongStore store, Catalogue catalogue, Entities entities, WriteGuard guard) {
    this.store = store;
    this.entities = entities;
    this.listing = new Listing(entities);
    this.lookup = new Lookup(entities);
    this.bodies = new BodyTypes(catalogue);
    this.guard = guard;
  }

  Response list(EntityType type, Request request) {
    Optional<String> customId = request.argument("custom_id");
    if (type.name().equals("consumers") && customId.isPresent()) {
      return in(transaction -> byCustomId(transaction, customId.get()));
    }
    // written as JSON outside of the transaction: what the store holds never changes
    return Response.json(200, in(transaction -> listing.all(transaction, type, request)));
  }

  Response create(EntityType type, Request request) {
    Body body = Body.of(request);
    guard.beforeCreate(type);
    return in(
        transaction -> {
          ObjectNode fields = bodies.typed(type, body, Optional.empty());
          return shown(transaction, 201, type, entities.insert(transaction, type, fields));
        });
  }

  Response show(EntityType type, String key) {
    return in(
        transaction ->
            shown(
                transaction,
                200,
                type,
                lookup.find(transaction, type, key).orElseThrow(Refusal::notFound)));
  }

  Response replace(EntityType type, String key, Request request) {
    Body body = Body.of(request);
    guard.beforeReplace(type, Key.of(type, key));
    return in(
        transaction -> {
          ObjectNode fields = bodies.typed(type, body, Optional.empty());
          Key named = lookup.key(transaction, type, key);
          return shown(transaction, 200, type, entities.upsert(transaction, type, named, fields));
        });
  }

  Response change(EntityType type, String key, Request request) {
    Body body = Body.of(request);
    guard.beforeChange(type, Key.of(type, key));
    return in(transaction -> change(transaction, type, lookup.key(transaction, type, key), body));
  }

  Response delete(EntityType type, String key) {
    guard.beforeDelete(type, Key.of(type, key));
    return in(
        transaction -> {
          entities.delete(transaction, type, lookup.key(transaction, type, key));
          return Response.empty(204);
        });
  }

  Response listBelow(Parent parent, Request request) {
    boolean isTargets = parent.child().name().equals("targets");
    ObjectNode page =
        in(
            transaction -> {
              String id = lookup.parentId(transaction, parent);
              return isTargets
                  ? listing.targets(transaction, request, id)
                  : listing.nested(transaction, parent.child(), request, parent.field(), id);
            });
    return Response.json(200, page);
  }

  Response createBelow(Parent parent, Request request) {
    Body body = Body.of(request);
    return in(
        transaction -> {
          reference(body.fields(), parent.field(), lookup.parentId(transaction, parent));
          guard.beforeCreate(parent.child());
          ObjectNode fields = bodies.typed(parent.child(), body, Optional.empty());
          ObjectNode entity = entities.insert(transaction, parent.child(), fields);
          return shown(transaction, 201, parent.child(), entity);
        });
  }

  Response showBelow(Parent parent, String key) {
    return in(
        transaction ->
            shown(transaction, 200, parent.child(), lookup.child(transaction, parent, key)));
  }

  Response replaceBelow(Parent parent, String key, Request request) {
    Body body = Body.of(request);
    return in(
        transaction -> {
          reference(body.fields(), parent.field(), lookup.parentId(transaction, parent));
          guard.beforeReplace(parent.child(), Key.of(parent.child(), key));
          ObjectNode fields = bodies.typed(parent.child(), body, Optional.empty());
          Key named = lookup.childKey(transaction, parent, key);
          return shown(
              transaction,
              200,
              parent.child(),
              entities.upsert(transaction, parent.child(), named, fields));
        });
  }

  Response changeBelow(Parent parent, String key, Request request) {
    Body body = Body.of(request);
    return in(
        transaction -> {
          ObjectNode child = lookup.child(transaction, parent, key);
          guard.beforeChange(parent.child(), Key.of(parent.child(), key));
          return change(transaction, parent.child(), Key.id(child.path("id").asText()), body);
        });
  }

  Response deleteBelow(Parent parent, String key) {
    return in(
        transaction -> {
          ObjectNode child = lookup.child(transaction, parent, key);
          guard.beforeDelete(parent.child(), Key.of(parent.child(), key));
          entities.delete(transaction, parent.child(), Key.id(child.path("id").asText()));
          return Response.empty(204);
        });
  }

  /** The id an entity points to by a field. */
  String referenceOf(EntityType type, String key, String field) {
    return in(
        transaction -> {
          ObjectNode entity = lookup.find(transaction, type, key).orElseThrow(Refusal::notFound);
          JsonNode id = entity.path(field).path("id");
          if (!id.isTextual()) {
            throw Refusal.notFound();
          }
          return id.asText();
        });
  }

  private Response change(Transaction transaction, EntityType type, Key key, Body body) {
    Optional<ObjectNode> existing = entities.find(transaction, type, key);
    if (existing.isEmpty() && type.name().equals("plugins")) {
      throw Refusal.notFound();
    }
    ObjectNode fields = bodies.typed(type, body, existing);
    return shown(transaction, 200, type, entities.update(transaction, type, key, fields));
  }

  private Response byCustomId(Transaction transaction, String customId) {
    ObjectNode page = Json.object();
    ArrayNode data = page.putArray("data");
    transaction.findBy("consumers", "custom_id", customId).ifPresent(data::add);
    page.putNull("next");
    return Response.json(200, page);
  }

  private Response shown(Transaction transaction, int status, EntityType type, ObjectNode entity) {
    return Response.json(status, entities.shown(transaction, type, entity));
  }

  private static void reference(ObjectNode fields, String field, String id) {
    fields.putObject(field).put("id", id);
  }

  private <T> T in(Function<Transaction, T> work) {
    return store.write(work);
  }
}
