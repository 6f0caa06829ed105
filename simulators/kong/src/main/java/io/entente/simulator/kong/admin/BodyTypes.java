package io.entente.simulator.kong.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.kong.entity.Catalogue;
import io.entente.simulator.kong.entity.EntityType;
import io.entente.simulator.kong.schema.Inference;
import java.util.Optional;

/** Gives the fields of a form the types of the schema; JSON is typed already. */
final class BodyTypes {

  private final Catalogue catalogue;

  BodyTypes(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * The fields with their types.
   *
   * @param existing what is to be changed: it knows the plugin where the form does not name it
   */
  ObjectNode typed(EntityType type, Body body, Optional<ObjectNode> existing) {
    if (body.isForm()) {
      JsonNode known =
          body.fields().has("name") || existing.isEmpty() ? body.fields() : existing.get();
      Inference.apply(catalogue.schemaOf(type, known), body.fields());
    }
    return body.fields();
  }
}
