package io.entente.simulator.kong.entity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.kong.Json;
import io.entente.simulator.kong.store.Transaction;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The list {@code snis} of a certificate: it stands for entities of their own. */
final class Snis {

  private final Entities entities;
  private final Catalogue catalogue;

  Snis(Entities entities, Catalogue catalogue) {
    this.entities = entities;
    this.catalogue = catalogue;
  }

  static boolean areOf(EntityType type) {
    return type.name().equals("certificates");
  }

  ObjectNode shownOn(Transaction transaction, ObjectNode certificate) {
    var names = new TreeSet<String>();
    for (String id : transaction.idsOfParent("snis", "certificate", Entities.id(certificate))) {
      names.add(transaction.find("snis", id).orElseThrow().path("name").asText());
    }
    ObjectNode shown = certificate.deepCopy();
    ArrayNode list = shown.putArray("snis");
    names.forEach(list::add);
    return shown;
  }

  void checkFree(Transaction transaction, String certificateId, JsonNode names) {
    Set<String> seen = new HashSet<>();
    for (JsonNode name : names) {
      if (!seen.add(name.asText())) {
        throw Refusal.schema("snis", name.asText() + " is duplicated");
      }
      Optional<ObjectNode> other = transaction.findBy("snis", "name", name.asText());
      if (other.isPresent()
          && !other.get().path("certificate").path("id").asText().equals(certificateId)) {
        throw Refusal.schema(
            "snis",
            name.asText()
                + " already associated with existing certificate '"
                + other.get().path("certificate").path("id").asText()
                + "'");
      }
    }
  }

  void replace(Transaction transaction, String certificateId, JsonNode names) {
    Set<String> wanted = new HashSet<>();
    names.forEach(name -> wanted.add(name.asText()));
    EntityType type = catalogue.byName("snis");
    for (String id : List.copyOf(transaction.idsOfParent("snis", "certificate", certificateId))) {
      String name = transaction.find("snis", id).orElseThrow().path("name").asText();
      if (!wanted.remove(name)) {
        entities.delete(transaction, type, Key.id(id));
      }
    }
    for (String name : new TreeSet<>(wanted)) {
      ObjectNode sni = Json.object().put("name", name);
      sni.putObject("certificate").put("id", certificateId);
      entities.insert(transaction, type, sni);
    }
  }
}
