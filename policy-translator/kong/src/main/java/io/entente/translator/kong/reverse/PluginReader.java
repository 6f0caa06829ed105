package io.entente.translator.kong.reverse;

import io.entente.policy.PolicyKind;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the instances of one plugin. Stateless. */
interface PluginReader {

  String plugin();

  /**
   * What the settings say, at least one; all of them are written by one emitter.
   *
   * @throws NotSaid when no policy means it
   * @throws IllegalArgumentException when a policy cannot hold one of the values
   */
  List<PolicyKind> kinds(Config config, Where where);

  /** Paths where another value than the emitter writes means another thing altogether. */
  default Set<String> essential(Config config) {
    return Set.of();
  }

  /** Whether the value at a path means another thing where it is not what the emitter writes. */
  default boolean means(String path, Config config) {
    return essential(config).stream().anyMatch(path::startsWith);
  }

  /** For a path that policies do not say, one sentence on what it does. */
  Map<String, String> sentences();
}
