package io.entente.simulator.kong.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.kong.Json;
import io.entente.simulator.kong.entity.Catalogue;
import io.entente.simulator.kong.entity.EntityType;
import io.entente.simulator.kong.http.Request;
import io.entente.simulator.kong.http.Response;
import io.entente.simulator.kong.store.KongStore;
import io.entente.simulator.kong.store.Transaction;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** {@code /tags} and {@code /tags/x}: which entity carries which tag, in the order of ids. */
final class TagSection implements Section {

  private final KongStore store;
  private final Catalogue catalogue;

  TagSection(KongStore store, Catalogue catalogue) {
    this.store = store;
    this.catalogue = catalogue;
  }

  @Override
  public Optional<Endpoint> find(List<String> path) {
    if (path.isEmpty() || !path.get(0).equals("tags") || path.size() > 2) {
      return Optional.empty();
    }
    Optional<String> tag = path.size() == 2 ? Optional.of(path.get(1)) : Optional.empty();
    return Optional.of(Endpoint.get(request -> list(request, tag)));
  }

  @Override
  public List<String> templates() {
    return List.of("/tags", "/tags/{tags}");
  }

  private Response list(Request request, Optional<String> tag) {
    int size = Paging.size(request);
    NavigableMap<String, ObjectNode> all = store.write(transaction -> carriers(transaction, tag));
    NavigableMap<String, ObjectNode> rest =
        Paging.after(request).map(position -> all.tailMap(position(position), false)).orElse(all);
    ArrayNode data = Json.NODES.arrayNode();
    Optional<String> offset = Optional.empty();
    String last = "";
    for (var entry : rest.entrySet()) {
      if (data.size() == size) {
        offset = Optional.of(Paging.encode(last.split(" ", 2)));
        break;
      }
      data.add(entry.getValue());
      last = entry.getKey();
    }
    String next =
        tag.map(name -> "/tags/" + name).orElse("/tags")
            + "?offset={offset}"
            + request.argument("size").map(text -> "&size=" + text).orElse("");
    return Response.json(200, Paging.page(data, offset, next));
  }

  /** By id, then by the place of the tag in the entity. */
  private NavigableMap<String, ObjectNode> carriers(
      Transaction transaction, Optional<String> wanted) {
    var carriers = new TreeMap<String, ObjectNode>();
    for (EntityType type : catalogue.types()) {
      transaction
          .idsByTag(type.collection())
          .forEach(
              (tag, ids) -> {
                if (wanted.isEmpty() || wanted.get().equals(tag)) {
                  ids.forEach(
                      id -> {
                        ObjectNode entity = transaction.find(type.collection(), id).orElseThrow();
                        carriers.put(
                            id + " " + String.format("%04d", place(entity.path("tags"), tag)),
                            Json.object()
                                .put("entity_id", id)
                                .put("entity_name", type.name())
                                .put("tag", tag));
                      });
                }
              });
    }
    return carriers;
  }

  private static int place(JsonNode tags, String tag) {
    for (int i = 0; i < tags.size(); i++) {
      if (tags.get(i).asText().equals(tag)) {
        return i;
      }
    }
    return tags.size();
  }

  private static String position(JsonNode offset) {
    return offset.get(0).asText() + " " + offset.path(1).asText();
  }
}
