package io.entente.hub;

import io.entente.hub.embedded.Causes;
import io.entente.hub.embedded.DataDirectory;
import io.entente.hub.embedded.Infrastructure;
import io.quarkus.runtime.Application;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts what the hub stands on, then the hub; stops in the opposite order. */
@QuarkusMain
public final class HubMain {

  private static final String RUNNING = "entente.infrastructure.running";

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
            System.err.println("entente: the hub did not start: " + Causes.innermost(failure));
          }
          System.exit(code);
        },
        args);
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
