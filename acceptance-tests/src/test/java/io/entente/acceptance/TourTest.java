package io.entente.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.acceptance.kit.Ports;
import io.entente.acceptance.kit.Root;
import io.entente.acceptance.kit.RunScript;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Starts everything as the README says, takes the tour, and ends it all. */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class TourTest {

  @Test
  void theTourHoldsOnARealEnvoyAndNothingIsLeftBehind(@TempDir Path folder) throws Exception {
    // Given
    List<ProcessHandle> started;
    List<Integer> ports;
    try (RunScript run = RunScript.start(folder.resolve("data"))) {
      started = run.processes();
      ports = run.ports();
      // When
      Process tour = run.start("docs/tour.sh");
      String text = new String(tour.getInputStream().readAllBytes());
      // Then
      assertThat(tour.waitFor()).as(text).isZero();
      assertThat(text)
          .contains(
              "clients 84, Kafka 84, view 84 (edge 28, kong 28, apigee 28)",
              " 0 violations",
              "The tour is done");
      // When
      var verdict = BundleJudge.judge(run.apigeeAdmin(), Root.path(""), folder.resolve("bundles"));
      // Then
      System.out.println("apigeelint judged " + verdict.bundles() + " bundles of the tour");
      assertThat(verdict.errors()).isEmpty();
      assertThat(verdict.bundles()).isGreaterThan(5);
    }
    assertThat(started).noneMatch(ProcessHandle::isAlive);
    assertThat(ports).noneMatch(Ports::isOpen);
  }
}
