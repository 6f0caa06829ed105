package io.entente.simulator.kong.replay;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Where the simulator differs from the recorded node on purpose, and why. */
final class Exceptions {

  /**
   * Recording to a pattern of the differences that are accepted. One reason for all: a plugin whose
   * schema was not recorded is not available on this server, nor are the paths that it brings or
   * that nothing here needs (clusters, filters, timers, names resolved).
   */
  private static final Map<String, String> ACCEPTED =
      Map.of(
          "01-node-plugins-enabled.json", "\\.enabled_plugins lacks .*",
          "01-node-root.json",
              "\\.configuration\\.loaded_plugins\\.\\S+ is absent .*"
                  + "|\\.configuration\\.plugins (has|lacks) .*"
                  + "|\\.plugins\\.available_on_server\\.\\S+ is absent .*",
          "01-node-endpoints.json",
              "\\.data lacks .*(acme|sessions|oauth2|clustering|filter|timers|dns|log-level|cache"
                  + "|/schemas/vaults).*");

  private Exceptions() {}

  static Set<String> listed() {
    return ACCEPTED.keySet();
  }

  static List<String> remaining(String recording, List<String> differences) {
    String accepted = ACCEPTED.get(recording);
    if (accepted == null) {
      return differences;
    }
    Pattern pattern = Pattern.compile(accepted, Pattern.DOTALL);
    return differences.stream().filter(each -> !pattern.matcher(each).matches()).toList();
  }
}
