package io.entente.connector.envoy;

import static org.awaitility.Awaitility.await;

import io.entente.model.identity.GatewayId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A real Envoy under test. */
final class EnvoyProcess implements AutoCloseable {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Process process;
  private final Path admin;
  private final Path log;

  private EnvoyProcess(Process process, Path admin, Path log) {
    this.process = process;
    this.admin = admin;
    this.log = log;
  }

  static EnvoyProcess start(String node, GatewayId gateway, String token, int hubPort) {
    try {
      Path folder = Files.createTempDirectory("entente-envoy");
      Path config = folder.resolve("bootstrap.json");
      Files.writeString(
          config, new EnvoyBootstrap(node, gateway, token, "127.0.0.1", hubPort, 0).json());
      Path log = folder.resolve("envoy.log");
      Path admin = folder.resolve("admin");
      Process process =
          new ProcessBuilder(
                  EnvoyBinary.require().toString(),
                  "-c",
                  config.toString(),
                  "--reject-unknown-dynamic-fields",
                  "--concurrency",
                  "1",
                  "--disable-hot-restart",
                  "--admin-address-path",
                  admin.toString(),
                  "--drain-time-s",
                  "1")
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      var envoy = new EnvoyProcess(process, admin, log);
      await("admin of " + node)
          .atMost(Duration.ofSeconds(30))
          .until(
              () -> {
                if (!process.isAlive()) {
                  throw new AssertionError("Envoy ended:\n" + Files.readString(log));
                }
                return Files.exists(admin) && Files.size(admin) > 0;
              });
      return envoy;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** A counter of {@code /stats}; 0 when it is not there. */
  long stat(String name) {
    String text = admin("/stats?filter=" + name.replace(".", "%5C."));
    return text.lines()
        .filter(line -> line.startsWith(name + ": "))
        .mapToLong(line -> Long.parseLong(line.substring(name.length() + 2)))
        .findFirst()
        .orElse(0);
  }

  /** Updates of all three kinds that this Envoy refused. */
  long refusals() {
    long routes =
        admin("/stats?filter=update_rejected")
            .lines()
            .filter(line -> line.startsWith("http.") && line.contains(".rds."))
            .mapToLong(line -> Long.parseLong(line.substring(line.lastIndexOf(' ') + 1)))
            .sum();
    return routes
        + stat("cluster_manager.cds.update_rejected")
        + stat("listener_manager.lds.update_rejected");
  }

  String admin(String path) {
    try {
      var request =
          HttpRequest.newBuilder(URI.create("http://" + Files.readString(admin) + path)).build();
      return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
