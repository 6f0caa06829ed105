package io.entente.hub.estate;

import io.entente.hub.config.HubConfig;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.quarkus.runtime.PreventFurtherStepsException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Documents declared in a file, applied at every start as if they came over REST. */
@ApplicationScoped
public class GatewaysFile {
  static final String PROPERTY = "entente.gateways-file";

  private final DocumentIntake intake;
  private final Optional<String> file;

  public GatewaysFile(DocumentIntake intake, HubConfig config) {
    this.intake = intake;
    this.file = config.gatewaysFile();
  }

  void applyAtStart() {
    file.filter(name -> !name.isBlank()).ifPresent(name -> apply(Path.of(name)));
  }

  /** Applies the file; what is wrong with it stops the start with one line. */
  void apply(Path path) {
    try {
      intake.apply(Files.readAllBytes(path), "gateways-file", permission -> true, false);
    } catch (IOException e) {
      throw stop(path, "it cannot be read: " + e.getMessage());
    } catch (ProblemException e) {
      Problem first = e.problems().get(0);
      String more = e.problems().size() == 1 ? "" : " (and " + (e.problems().size() - 1) + " more)";
      throw stop(
          path,
          first.code()
              + first.path().filter(at -> !at.isEmpty()).map(at -> " at " + at).orElse("")
              + ": "
              + first.message()
              + " "
              + first.nextStep()
              + more);
    }
  }

  private static PreventFurtherStepsException stop(Path path, String why) {
    return new PreventFurtherStepsException(
        PROPERTY + " " + path + ": " + why.replace('\n', ' '), 1);
  }
}
