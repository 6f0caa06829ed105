package io.entente.translator.kong.reverse;

import io.entente.policy.PolicyKind;
import io.entente.translator.kong.emit.KindEmitter;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the instances of one plugin. Stateless. */
interface PluginReader {

  String plugin();

  /** What writes instances of this plugin. */
  KindEmitter emitter();

  /**
   * What the settings say, at least one.
   *
   * @throws NotSaid when no policy means it
   * @throws IllegalArgumentException when a policy cannot hold one of the values
   */
  List<PolicyKind> kinds(Config config, Where where);

  /** Paths where another value than the emitter writes means another thing altogether. */
  default Set<String> essential(Config config) {
    return Set.of();
  }

  /** For a path that policies do not say, one sentence on what it does. */
  Map<String, String> sentences();
}
