package io.entente.simulator.kong.entity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.kong.Json;
import io.entente.simulator.kong.schema.LuaText;
import io.entente.simulator.kong.schema.Violations;

/** What Kong does not do, with the status and the body by which it says so. */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient ObjectNode body;

  public Refusal(int status, ObjectNode body) {
    super(body.path("message").asText());
    this.status = status;
    this.body = body;
  }

  public int status() {
    return status;
  }

  public ObjectNode body() {
    return body;
  }

  /** Only a message: 404, 405 and the like. */
  public static Refusal plain(int status, String message) {
    return new Refusal(status, Json.object().put("message", message));
  }

  public static Refusal notFound() {
    return plain(404, "Not found");
  }

  public static Refusal methodNotAllowed() {
    return plain(405, "Method not allowed");
  }

  public static Refusal invalidPrimaryKey(ObjectNode errors) {
    return coded(
        400,
        1,
        "invalid primary key",
        "invalid primary key: '" + LuaText.compact(errors) + "'",
        errors);
  }

  public static Refusal schema(ObjectNode errors) {
    return coded(400, 2, "schema violation", Violations.sentence(errors), errors);
  }

  public static Refusal schema(String field, String error) {
    return schema(Json.object().put(field, error));
  }

  public static Refusal primaryKey(String id) {
    ObjectNode key = Json.object().put("id", id);
    return coded(
        400,
        3,
        "primary key violation",
        "primary key violation on key '" + LuaText.compact(key) + "'",
        key);
  }

  public static Refusal foreignKey(String field, JsonNode key, String parent) {
    ObjectNode fields = Json.object();
    fields.set(field, key);
    return coded(
        400,
        4,
        "foreign key violation",
        "the foreign key '"
            + LuaText.compact(key)
            + "' does not reference an existing '"
            + parent
            + "' entity.",
        fields);
  }

  public static Refusal referenced(String parent, String child) {
    return coded(
        400,
        4,
        "foreign key violation",
        "an existing '" + child + "' entity references this '" + parent + "' entity",
        Json.object().put("@referenced_by", child));
  }

  public static Refusal unique(ObjectNode key) {
    return coded(
        409,
        5,
        "unique constraint violation",
        "UNIQUE violation detected on '" + LuaText.compact(key) + "'",
        key);
  }

  public static Refusal notFound(Key key) {
    ObjectNode filter = Json.object().put(key.field(), key.value());
    return coded(
        404,
        6,
        "not found",
        "could not find the entity with "
            + (key.isId() ? "primary key " : "")
            + "'"
            + LuaText.compact(filter)
            + "'",
        filter);
  }

  public static Refusal offset(String offset, String why) {
    return coded(400, 7, "invalid offset", "'" + offset + "' is not a valid offset: " + why);
  }

  public static Refusal size(String why) {
    return coded(400, 9, "invalid size", why);
  }

  public static Refusal options(ObjectNode errors) {
    Refusal refusal =
        coded(
            400,
            11,
            "invalid options",
            "invalid option (tags: " + errors.path("tags").asText() + ")");
    refusal.body.set("options", errors);
    return refusal;
  }

  public static Refusal unsupported(String message) {
    return coded(405, 12, "operation unsupported", message);
  }

  /** A foreign key that names its parent by a field, and there is none. */
  public static Refusal unresolved(String field, String by, JsonNode value, String parent) {
    ObjectNode key = Json.object();
    key.set(by, value);
    String why =
        "the foreign key cannot be resolved with '"
            + LuaText.compact(key)
            + "' for an existing '"
            + parent
            + "' entity";
    ObjectNode fields = Json.object();
    fields.putObject(field).put(by, why);
    return coded(
        400,
        13,
        "foreign keys unresolved",
        "foreign key unresolved (" + field + "." + by + ": " + why + ")",
        fields);
  }

  public static Refusal declarative(ObjectNode errors) {
    return coded(
        400,
        14,
        "invalid declarative configuration",
        "declarative config is invalid: " + LuaText.compact(errors),
        errors);
  }

  private static Refusal coded(int status, int code, String name, String message, JsonNode fields) {
    Refusal refusal = coded(status, code, name, message);
    refusal.body.set("fields", fields);
    return refusal;
  }

  private static Refusal coded(int status, int code, String name, String message) {
    return new Refusal(
        status, Json.object().put("code", code).put("name", name).put("message", message));
  }
}
