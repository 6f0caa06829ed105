package io.entente.simulator.kong.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** One collection with its indexes. Not thread-safe: the store guards it. */
final class Table {

  private static final NavigableSet<String> NO_IDS = Collections.emptyNavigableSet();

  private final TableKeys keys;
  private final TreeMap<String, ObjectNode> rows = new TreeMap<>();
  private final Map<String, String> idsByKey = new HashMap<>();
  private final Map<String, NavigableSet<String>> idsByParent = new HashMap<>();
  private final TreeMap<String, NavigableSet<String>> idsByTag = new TreeMap<>();

  Table(TableKeys keys) {
    this.keys = keys;
  }

  Optional<ObjectNode> find(String id) {
    return Optional.ofNullable(rows.get(id));
  }

  Optional<ObjectNode> findBy(String field, String value) {
    return Optional.ofNullable(idsByKey.get(single(field, value))).map(rows::get);
  }

  Optional<ObjectNode> withSameComposite(ObjectNode entity) {
    return keys.composite().isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(idsByKey.get(composite(entity))).map(rows::get);
  }

  NavigableMap<String, ObjectNode> rows() {
    return rows;
  }

  NavigableSet<String> idsOfParent(String field, String parentId) {
    return idsByParent.getOrDefault(field + ' ' + parentId, NO_IDS);
  }

  NavigableSet<String> idsOfTag(String tag) {
    return idsByTag.getOrDefault(tag, NO_IDS);
  }

  NavigableMap<String, NavigableSet<String>> idsByTag() {
    return idsByTag;
  }

  void put(ObjectNode entity) {
    String id = entity.path("id").asText();
    remove(id);
    rows.put(id, entity);
    for (String field : keys.single()) {
      if (entity.path(field).isValueNode() && !entity.path(field).isNull()) {
        idsByKey.put(single(field, entity.path(field).asText()), id);
      }
    }
    if (!keys.composite().isEmpty()) {
      idsByKey.put(composite(entity), id);
    }
    parents(entity).forEach((key, same) -> add(idsByParent, key, id));
    entity.path("tags").forEach(tag -> add(idsByTag, tag.asText(), id));
  }

  Optional<ObjectNode> remove(String id) {
    ObjectNode entity = rows.remove(id);
    if (entity == null) {
      return Optional.empty();
    }
    for (String field : keys.single()) {
      idsByKey.remove(single(field, entity.path(field).asText()), id);
    }
    idsByKey.remove(composite(entity), id);
    parents(entity).forEach((key, same) -> drop(idsByParent, key, id));
    entity.path("tags").forEach(tag -> drop(idsByTag, tag.asText(), id));
    return Optional.of(entity);
  }

  private static String single(String field, String value) {
    return field + ' ' + value;
  }

  private String composite(ObjectNode entity) {
    var key = new StringBuilder("@");
    for (String field : keys.composite()) {
      JsonNode value = entity.path(field);
      key.append(' ').append(value.isObject() ? value.path("id").asText() : value.asText(""));
    }
    return key.toString();
  }

  /** Fields that point to another entity, and nothing else, hold an object with an id only. */
  private static Map<String, String> parents(ObjectNode entity) {
    var parents = new HashMap<String, String>();
    Iterator<Map.Entry<String, JsonNode>> fields = entity.fields();
    while (fields.hasNext()) {
      Map.Entry<String, JsonNode> field = fields.next();
      if (field.getValue().isObject()
          && field.getValue().size() == 1
          && field.getValue().path("id").isTextual()) {
        String id = field.getValue().path("id").asText();
        parents.put(field.getKey() + ' ' + id, id);
      }
    }
    return parents;
  }

  private static void add(Map<String, NavigableSet<String>> index, String key, String id) {
    index.computeIfAbsent(key, none -> new TreeSet<>()).add(id);
  }

  private static void drop(Map<String, NavigableSet<String>> index, String key, String id) {
    NavigableSet<String> ids = index.get(key);
    if (ids != null && ids.remove(id) && ids.isEmpty()) {
      index.remove(key);
    }
  }
}
