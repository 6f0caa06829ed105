package io.entente.hub.settings;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.SmallRyeConfig;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/**
 * Refuses to start with a setting that there is not: whoever misspelt one believes it holds. A
 * variable of the environment is only warned of, as {@code ./run} and the command line share the
 * prefix.
 */
@ApplicationScoped
class SettingsCheck {
  private static final Logger LOG = Logger.getLogger(SettingsCheck.class);
  private static final String PREFIX = "entente.";

  /** The folder of the repository, which the build tells its tests. */
  private static final String OF_THE_BUILD = "entente.root";

  /** A variable becomes a key where its beginning is that of a known one. */
  private static final String ENVIRONMENT = "EnvConfigSource";

  private final Config config;

  SettingsCheck(Config config) {
    this.config = config;
  }

  void check(@Observes @Priority(1) StartupEvent event) {
    KnownSettings known = KnownSettings.read();
    slips(known, System.getenv()).forEach(LOG::warn);
    List<String> wrong = unknown(known, config.unwrap(SmallRyeConfig.class));
    if (!wrong.isEmpty()) {
      throw new IllegalStateException(String.join(" ", wrong));
    }
  }

  /** One sentence for each setting that there is not. */
  static List<String> unknown(KnownSettings known, SmallRyeConfig config) {
    var found = new ArrayList<String>();
    for (String key : config.getPropertyNames()) {
      if (key.startsWith(PREFIX) && !key.equals(OF_THE_BUILD) && !known.has(key)) {
        String source = String.valueOf(config.getConfigValue(key).getSourceName());
        if (source.contains(ENVIRONMENT)) {
          continue;
        }
        found.add(
            "Setting "
                + key
                + " ("
                + source
                + ") is not known: did you mean "
                + known.nearest(key)
                + "? docs/configuration.md lists all of them.");
      }
    }
    return found.stream().sorted().toList();
  }

  /** One sentence for each variable that is nearly a known one. */
  static List<String> slips(KnownSettings known, Map<String, String> environment) {
    return environment.keySet().stream()
        .filter(variable -> variable.startsWith("ENTENTE_"))
        .sorted()
        .flatMap(
            variable ->
                known
                    .slip(variable)
                    .map(meant -> variable + " is no setting: did you mean " + meant + "?")
                    .stream())
        .toList();
  }
}
