package io.entente.connector.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * Writes which rules of the contract of connectors held, into {@code target/conformance} of the
 * module that runs, and fails when the committed copy in {@code docs/conformance} says something
 * else. {@code -Dconformance.update=true} writes the copy anew. Says nothing when only some tests
 * of the class ran.
 */
public final class ConformanceReport implements TestWatcher, AfterAllCallback {

  private final String name;
  private final String against;
  private final SortedMap<String, String> results = new TreeMap<>();

  /**
   * @param name of the file
   * @param against what the contract was run against
   */
  public ConformanceReport(String name, String against) {
    this.name = name;
    this.against = against;
  }

  @Override
  public void testSuccessful(ExtensionContext context) {
    results.put(rule(context), "holds");
  }

  @Override
  public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
    results.put(rule(context), "BROKEN");
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    long rules =
        Arrays.stream(context.getRequiredTestClass().getMethods())
            .filter(method -> method.isAnnotationPresent(Test.class))
            .count();
    if (results.size() < rules) {
      return;
    }
    Path root = Path.of(System.getProperty("entente.root", "."));
    Path written = Path.of("target", "conformance", name + ".md").toAbsolutePath();
    Files.createDirectories(written.getParent());
    Files.writeString(written, report());
    Path committed = root.resolve("docs/conformance/" + name + ".md");
    if (Boolean.getBoolean("conformance.update")) {
      Files.createDirectories(committed.getParent());
      Files.writeString(committed, report());
    }
    String said = Files.exists(committed) ? Files.readString(committed) : "";
    if (!said.equals(report())) {
      throw new AssertionError(
          committed
              + " is stale: compare it with "
              + written
              + ", then run with -Dconformance.update=true");
    }
  }

  private String report() {
    var text = new StringBuilder();
    text.append("# Conformance: ").append(name).append("\n\n");
    text.append("What every connector that writes has to hold, run against ")
        .append(against)
        .append(
            ".\nWritten by the connector's own tests; a copy that is out of date fails them.\n\n");
    text.append("| rule | result |\n|---|---|\n");
    results.forEach(
        (rule, result) ->
            text.append("| ").append(rule).append(" | ").append(result).append(" |\n"));
    return text.toString();
  }

  /** {@code failedReadIsNever...} as words. */
  private static String rule(ExtensionContext context) {
    String method = context.getRequiredTestMethod().getName();
    return method.replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }
}
