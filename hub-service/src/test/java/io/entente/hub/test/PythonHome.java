package io.entente.hub.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** An environment of Python with the packages of a list, made below {@code target} once. */
public final class PythonHome {

  private final Path home;

  private PythonHome(Path home) {
    this.home = home;
  }

  /** The environment of this name; makes it where it is not complete. */
  public static PythonHome of(String name, Path requirements)
      throws IOException, InterruptedException {
    var made = new PythonHome(Path.of("target", name).toAbsolutePath());
    Path complete = made.home.resolve("complete");
    if (!Files.exists(complete)) {
      output("python3", "-m", "venv", "--clear", made.home.toString());
      output(
          made.python().toString(),
          "-m",
          "pip",
          "install",
          "-q",
          "--no-deps",
          "--disable-pip-version-check",
          "-r",
          requirements.toString());
      Files.createFile(complete);
    }
    return made;
  }

  /** Its interpreter. */
  public Path python() {
    return home.resolve("bin/python");
  }

  /** What a command writes; fails when it does not end well within five minutes. */
  public static String output(String... command) throws IOException, InterruptedException {
    Path out = Files.createTempFile("python", ".out");
    var process =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .redirectOutput(out.toFile())
            .start();
    if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IOException(String.join(" ", command) + " did not end well");
    }
    return Files.readString(out);
  }
}
