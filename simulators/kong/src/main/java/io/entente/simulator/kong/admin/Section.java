package io.entente.simulator.kong.admin;

import java.util.List;
import java.util.Optional;

/** A family of paths. */
interface Section {

  /** The endpoint of a path, or empty when the path belongs to another family. */
  Optional<Endpoint> find(List<String> path);

  /** All paths, as {@code /endpoints} shows them. */
  List<String> templates();
}
