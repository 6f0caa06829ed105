package io.entente.hub;

import io.entente.hub.embedded.Causes;
import io.entente.hub.embedded.DataDirectory;
import io.entente.hub.embedded.Infrastructure;
import io.entente.hub.settings.SettingsFailure;
import io.quarkus.runtime.Application;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.ConfigValue;

/** Starts what the hub stands on, then the hub; stops in the opposite order. */
@QuarkusMain
public final class HubMain {

  private static final String RUNNING = "io.entente.hub.infrastructure-running";

  private HubMain() {}

  public static void main(String... args) {
    if (System.getProperty(RUNNING) != null) {
      // Dev mode calls main again on every reload; the infrastructure stays.
      Quarkus.run(args);
      return;
    }
    Infrastructure infrastructure = startOrExit();
    System.setProperty(RUNNING, "true");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(infrastructure), "hub-stop"));
    Quarkus.run(
        null,
        (code, failure) -> {
          if (failure != null) {
            explain(failure);
          }
          System.exit(code);
        },
        args);
  }

  private static void explain(Throwable failure) {
    var config = ConfigProvider.getConfig();
    List<String> settings =
        SettingsFailure.lines(
            failure,
            key -> Optional.ofNullable(config.getConfigValue(key)).map(ConfigValue::getRawValue));
    if (settings.isEmpty()) {
      settings = List.of(Causes.innermost(failure));
    }
    settings.forEach(line -> System.err.println("entente: the hub did not start: " + line));
  }

  private static Infrastructure startOrExit() {
    try {
      return Infrastructure.start(DataDirectory.configured());
    } catch (RuntimeException e) {
      System.err.println("entente: " + Causes.innermost(e));
      // Broker threads are not daemons: returning would leave the process hanging.
      System.exit(1);
      throw e;
    }
  }

  private static void stop(Infrastructure infrastructure) {
    var application = Application.currentApplication();
    if (application != null) {
      application.awaitShutdown();
    }
    infrastructure.close();
  }
}
