package io.entente.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Starts everything as the README says, takes the tour, and ends it all. */
@Timeout(value = 6, unit = TimeUnit.MINUTES)
class TourTest {

  private static final Path ROOT = Path.of(System.getProperty("entente.root"));

  @Test
  void theTourHoldsOnARealEnvoyAndNothingIsLeftBehind(@TempDir Path folder) throws Exception {
    // Given
    Map<String, Integer> ports =
        Ports.free(
            List.of(
                "ENTENTE_HTTP_PORT",
                "ENTENTE_XDS_PORT",
                "ENTENTE_GATEWAY_PORT",
                "ENTENTE_ENVOY_ADMIN_PORT",
                "ENTENTE_PRACTICE_PORT",
                "ENTENTE_KONG_PORT",
                "ENTENTE_KONG_ADMIN_PORT",
                "ENTENTE_APIGEE_PORT",
                "ENTENTE_APIGEE_ADMIN_PORT",
                "ENTENTE_SYSLOG_PORT"));
    Map<String, String> environment = environment(folder.resolve("data"), ports);
    Process run = start(environment, "./run", "--no-build");
    List<ProcessHandle> started;
    try {
      List<String> said = new ArrayList<>();
      assertThat(saysReady(run, said)).as(String.join("\n", said)).isTrue();
      started = run.descendants().toList();
      // When
      Process tour = start(environment, "docs/tour.sh");
      String text = new String(tour.getInputStream().readAllBytes());
      // Then
      assertThat(tour.waitFor()).as(text).isZero();
      assertThat(text)
          .contains(
              "clients 84, Kafka 84, view 84 (edge 28, kong 28, apigee 28)",
              " 0 violations",
              "The tour is done");
      // When
      var management = URI.create(environment.get("ENTENTE_APIGEE_ADMIN_URL"));
      var verdict = BundleJudge.judge(management, ROOT, folder.resolve("bundles"));
      // Then
      System.out.println("apigeelint judged " + verdict.bundles() + " bundles of the tour");
      assertThat(verdict.errors()).isEmpty();
      assertThat(verdict.bundles()).isGreaterThan(5);
    } finally {
      run.destroy();
    }
    assertThat(run.waitFor(60, TimeUnit.SECONDS)).as("./run ends").isTrue();
    assertThat(started).noneMatch(ProcessHandle::isAlive);
    assertThat(ports.values()).noneMatch(Ports::isOpen);
  }

  private static boolean saysReady(Process run, List<String> said) throws IOException {
    BufferedReader lines = run.inputReader();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      said.add(line);
      if (line.startsWith("Ready.")) {
        return true;
      }
    }
    return false;
  }

  private static Process start(Map<String, String> environment, String... command)
      throws IOException {
    var builder = new ProcessBuilder(command).directory(ROOT.toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static Map<String, String> environment(Path data, Map<String, Integer> ports)
      throws IOException {
    Files.createDirectories(data);
    var environment = new HashMap<String, String>();
    ports.forEach((name, port) -> environment.put(name, Integer.toString(port)));
    environment.put("ENTENTE_DATA_DIR", data.toString());
    environment.put("ENTENTE_TOKEN_FILE", data.resolve("admin-token").toString());
    environment.put("ENTENTE_SERVER", "http://127.0.0.1:" + ports.get("ENTENTE_HTTP_PORT"));
    environment.put("ENTENTE_GATEWAY_URL", "http://127.0.0.1:" + ports.get("ENTENTE_GATEWAY_PORT"));
    environment.put("ENTENTE_KONG_URL", "http://127.0.0.1:" + ports.get("ENTENTE_KONG_PORT"));
    environment.put(
        "ENTENTE_KONG_ADMIN_URL", "http://127.0.0.1:" + ports.get("ENTENTE_KONG_ADMIN_PORT"));
    environment.put("ENTENTE_APIGEE_URL", "http://127.0.0.1:" + ports.get("ENTENTE_APIGEE_PORT"));
    environment.put(
        "ENTENTE_APIGEE_ADMIN_URL", "http://127.0.0.1:" + ports.get("ENTENTE_APIGEE_ADMIN_PORT"));
    return environment;
  }
}
