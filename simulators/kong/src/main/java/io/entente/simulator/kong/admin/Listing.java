package io.entente.simulator.kong.admin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.kong.Json;
import io.entente.simulator.kong.entity.Entities;
import io.entente.simulator.kong.entity.EntityType;
import io.entente.simulator.kong.http.Request;
import io.entente.simulator.kong.store.Transaction;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;

/** Pages of entities in the order of their ids. */
final class Listing {

  private final Entities entities;

  Listing(Entities entities) {
    this.entities = entities;
  }

  /** A page of a whole collection; its {@code next} keeps tags and size. */
  ObjectNode all(Transaction transaction, EntityType type, Request request) {
    Optional<TagFilter> tags = TagFilter.of(request);
    NavigableSet<String> ids =
        tags.map(filter -> filter.ids(transaction, type.collection()))
            .orElseGet(() -> transaction.rows(type.collection()).navigableKeySet());
    String next =
        "/"
            + type.collection()
            + "?offset={offset}"
            + request.argument("tags").map(text -> "&tags=" + escape(text)).orElse("")
            + request.argument("size").map(size -> "&size=" + size).orElse("");
    return page(transaction, type, request, ids, next);
  }

  /** A page of what points to a parent; its {@code next} forgets tags and size. */
  ObjectNode nested(
      Transaction transaction, EntityType type, Request request, String field, String parentId) {
    NavigableSet<String> ids = transaction.idsOfParent(type.collection(), field, parentId);
    Optional<TagFilter> tags = TagFilter.of(request);
    if (tags.isPresent()) {
      ids = new java.util.TreeSet<>(ids);
      ids.retainAll(tags.get().ids(transaction, type.collection()));
    }
    return page(transaction, type, request, ids, nextNested(request));
  }

  /** Targets of an upstream, the newest first; an offset is a number. */
  ObjectNode targets(Transaction transaction, Request request, String upstreamId) {
    int size = Paging.size(request);
    int start = request.argument("offset").map(Listing::number).orElse(0);
    List<ObjectNode> targets = new ArrayList<>();
    transaction
        .idsOfParent("targets", "upstream", upstreamId)
        .forEach(id -> targets.add(transaction.find("targets", id).orElseThrow()));
    targets.sort(
        Comparator.comparing((ObjectNode target) -> target.path("created_at").decimalValue())
            .thenComparing(target -> target.path("id").asText())
            .reversed());
    ArrayNode data = Json.NODES.arrayNode();
    targets.stream().skip(start).limit(size).forEach(data::add);
    boolean hasMore = targets.size() > start + size;
    return Paging.page(
        data,
        hasMore ? Optional.of(String.valueOf(start + size)) : Optional.empty(),
        nextNested(request));
  }

  private ObjectNode page(
      Transaction transaction,
      EntityType type,
      Request request,
      NavigableSet<String> ids,
      String next) {
    int size = Paging.size(request);
    NavigableSet<String> rest =
        Paging.after(request)
            .map(position -> ids.tailSet(position.get(0).asText(), false))
            .orElse(ids);
    ArrayNode data = Json.NODES.arrayNode();
    String last = "";
    boolean hasMore = false;
    for (String id : rest) {
      if (data.size() == size) {
        hasMore = true;
        break;
      }
      ObjectNode entity = transaction.find(type.collection(), id).orElseThrow();
      data.add(entities.shown(transaction, type, entity));
      last = id;
    }
    return Paging.page(data, hasMore ? Optional.of(Paging.encode(last)) : Optional.empty(), next);
  }

  private static String nextNested(Request request) {
    return "/" + String.join("/", request.path()) + "?offset={offset}";
  }

  private static int number(String offset) {
    return offset.matches("\\d{1,9}") ? Integer.parseInt(offset) : 0;
  }

  private static String escape(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
