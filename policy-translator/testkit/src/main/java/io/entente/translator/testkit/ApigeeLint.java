package io.entente.translator.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.json.JsonTree;
import io.entente.json.TreeLimits;
import io.entente.model.tree.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * apigeelint, which knows Apigee's own rules of form, as a process of node.js. Installed below
 * {@code target} by npm where it is not there yet.
 */
public final class ApigeeLint {

  private static final Path HOME = Path.of("target", "apigeelint");
  private static final int ERROR = 2;

  private final Path sources;

  /**
   * @param sources the folder of package.json, package-lock.json, judge.js and excluded.txt
   */
  public ApigeeLint(Path sources) {
    this.sources = sources;
  }

  /**
   * What it finds in the bundles below a folder, one a sub-folder.
   *
   * @throws AssertionError it did not end well, or in two minutes
   */
  public Report judge(Path bundles) throws IOException, InterruptedException {
    install();
    String excluded = Files.readString(sources.resolve("excluded.txt")).strip();
    String printed = run("node", "judge.js", bundles.toAbsolutePath().toString(), excluded);
    Node.Obj report = (Node.Obj) JsonTree.read(printed, TreeLimits.VENDOR);
    List<Node.Obj> findings =
        ((Node.Arr) report.field("findings").orElseThrow())
            .items().stream().map(Node.Obj.class::cast).toList();
    return new Report(
        report.field("judged").orElseThrow(), report.field("untried").orElseThrow(), findings);
  }

  private void install() throws IOException, InterruptedException {
    Files.createDirectories(HOME);
    for (String file : List.of("package.json", "package-lock.json", "judge.js")) {
      Files.write(HOME.resolve(file), Files.readAllBytes(sources.resolve(file)));
    }
    if (!Files.exists(HOME.resolve("node_modules/apigeelint/package.json"))) {
      run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent");
    }
  }

  /** Standard output of a command that ends well and writes nothing of note to standard error. */
  private static String run(String... command) throws IOException, InterruptedException {
    Path out = Files.createTempFile("judge", ".out");
    Path err = Files.createTempFile("judge", ".err");
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(HOME.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      boolean ended = process.waitFor(600, TimeUnit.SECONDS);
      if (!ended) {
        process.destroyForcibly();
      }
      assertThat(ended).as("%s ended in time", String.join(" ", command)).isTrue();
      List<String> complaints =
          Files.readAllLines(err).stream().filter(l -> !l.startsWith("npm warn")).toList();
      assertThat(process.exitValue()).as(String.join("\n", complaints)).isZero();
      assertThat(complaints).isEmpty();
      return Files.readString(out);
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  /**
   * What was found.
   *
   * @param judged how many bundles were seen
   * @param untried how many of them hold a condition of too many terms for CC006, which tries out
   *     all
   * @param findings {bundle, file, rule, severity, line, message}
   */
  public record Report(Node judged, Node untried, List<Node.Obj> findings) {

    public Report {
      findings = List.copyOf(findings);
    }

    public List<Node.Obj> errors() {
      return findings.stream().filter(Report::isError).toList();
    }

    public List<Node.Obj> warnings() {
      return findings.stream().filter(f -> !isError(f)).toList();
    }

    private static boolean isError(Node.Obj finding) {
      return finding.field("severity").filter(Node.number(ERROR)::equals).isPresent();
    }
  }
}
