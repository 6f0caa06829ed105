package io.entente.hub.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** Stops the server that a killed hub left running over a data directory; nobody else's. */
final class OrphanedPostgres {

  private static final Logger LOG = Logger.getLogger(OrphanedPostgres.class);
  private static final int PATIENCE_SECONDS = 15;

  private OrphanedPostgres() {}

  static void stop(Path data) throws IOException {
    Path pidFile = data.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    Optional<ProcessHandle> server =
        Files.readAllLines(pidFile).stream()
            .findFirst()
            .map(String::strip)
            .filter(line -> line.matches("[0-9]{1,9}"))
            .flatMap(line -> ProcessHandle.of(Long.parseLong(line)))
            .filter(process -> runsOver(process, data));
    if (server.isPresent()) {
      LOG.infof("Stopping PostgreSQL %d, left by a hub that was killed", server.get().pid());
      end(server.get());
    }
    Files.deleteIfExists(pidFile);
  }

  /** The pid may have been given to another program since: only its command line tells. */
  private static boolean runsOver(ProcessHandle process, Path data) {
    Path commandLine = Path.of("/proc", Long.toString(process.pid()), "cmdline");
    try {
      String text =
          Files.isReadable(commandLine)
              ? Files.readString(commandLine).replace('\0', ' ')
              : process.info().commandLine().orElse("");
      return text.contains("postgres") && text.contains(data.toString());
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Its hub is dead, so it waits for nobody: it drops its clients, and where that takes too long it
   * stops at once and recovers from its log at the next start. Either way its writers end with it.
   */
  private static void end(ProcessHandle process) throws IOException {
    if (!endsAfter("INT", process) && !endsAfter("QUIT", process)) {
      throw new IllegalStateException(
          "PostgreSQL " + process.pid() + " does not stop: stop it by hand and start again");
    }
  }

  private static boolean endsAfter(String signal, ProcessHandle process) throws IOException {
    new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start();
    try {
      process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException e) {
      LOG.warnf("PostgreSQL %d runs on after SIG%s", process.pid(), signal);
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while PostgreSQL was stopping", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("waiting for PostgreSQL " + process.pid() + " failed", e);
    }
  }
}
