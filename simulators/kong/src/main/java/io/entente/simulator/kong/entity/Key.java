package io.entente.simulator.kong.entity;

import io.entente.simulator.kong.schema.Uuids;
import java.util.Locale;

/**
 * How a path names an entity.
 *
 * @param field {@code id}, or the field that may stand for it
 */
public record Key(String field, String value) {

  public static Key id(String id) {
    return new Key("id", id);
  }

  /** An id where it looks like one, else the name that this type goes by. */
  public static Key of(EntityType type, String text) {
    if (Uuids.isUuid(text)) {
      return id(text.toLowerCase(Locale.ROOT));
    }
    return new Key(type.endpointKey().orElse("id"), text);
  }

  public boolean isId() {
    return field.equals("id");
  }
}
