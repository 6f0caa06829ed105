package io.entente.model.estate;

import io.entente.model.tree.Node;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a gateway itself says of the form of its documents: defaults and types of its own version.
 *
 * @param documents by the name the vendor gives, for example {@code plugins/cors}; sorted; empty
 *     where the vendor's form is known without asking
 */
public record VendorSchema(SortedMap<String, Node> documents) {

  private static final VendorSchema NONE = new VendorSchema(new TreeMap<>());

  public VendorSchema {
    documents = Collections.unmodifiableSortedMap(new TreeMap<>(documents));
  }

  public static VendorSchema none() {
    return NONE;
  }

  public Optional<Node> document(String name) {
    return Optional.ofNullable(documents.get(name));
  }
}
