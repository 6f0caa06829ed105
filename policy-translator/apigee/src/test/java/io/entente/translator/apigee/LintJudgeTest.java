package io.entente.translator.apigee;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.json.JsonTree;
import io.entente.json.TreeLimits;
import io.entente.model.nativeobject.Blob;
import io.entente.model.tree.Node;
import io.entente.model.tree.Scalar;
import io.entente.translator.apigee.dialect.Trees;
import io.entente.translator.testkit.GoldenCases;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The bundles of all golden cases, judged by apigeelint, which knows Apigee's own rules of form.
 */
class LintJudgeTest {

  private static final Path NODE = Path.of("target", "apigeelint");
  private static final Path SOURCES = Path.of("src", "test", "apigeelint");

  @Test
  void findsNoErrorInAnyBundle(@TempDir Path bundles) throws Exception {
    // Given
    int written = 0;
    for (Path folder : GoldenCases.all()) {
      Requests.Case golden = Requests.read(GoldenCases.request(folder));
      var translation = new ApigeeTranslator().translate(golden.request());
      for (var bundle : golden.world().written(translation).entrySet()) {
        String name = folder.getFileName() + "--" + bundle.getKey().nativeId();
        write(bundles.resolve(name), bundle.getValue());
        written++;
      }
    }
    install();

    // When
    Node report =
        JsonTree.read(
            run(NODE, "node", "judge.js", bundles.toAbsolutePath().toString(), excluded()),
            TreeLimits.VENDOR);

    // Then
    var warnings = new TreeMap<String, Integer>();
    var errors = new ArrayList<String>();
    for (Node.Obj finding : Trees.objects((Node.Obj) report, "findings")) {
      String rule = Trees.text(finding, "rule").orElse("?");
      if (finding.field("severity").equals(Optional.of(Node.number(2)))) {
        errors.add(finding.toString());
      } else {
        warnings.merge(rule, 1, Integer::sum);
      }
    }
    System.out.println("apigeelint 2.85.1 judged " + written + " bundles, warnings: " + warnings);
    assertThat(((Node.Obj) report).field("judged"))
        .contains(new Node.Value(new Scalar.Num(BigDecimal.valueOf(written))));
    assertThat(errors).isEmpty();
    assertThat(written).isGreaterThanOrEqualTo(25);
  }

  private static String excluded() throws IOException {
    return Files.readString(SOURCES.resolve("excluded.txt")).strip();
  }

  private static void install() throws Exception {
    Files.createDirectories(NODE);
    for (String file : List.of("package.json", "package-lock.json", "judge.js")) {
      Files.write(NODE.resolve(file), Files.readAllBytes(SOURCES.resolve(file)));
    }
    if (!Files.exists(NODE.resolve("node_modules/apigeelint/package.json"))) {
      run(NODE, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent");
    }
  }

  private static void write(Path folder, SortedMap<String, Blob> files) throws IOException {
    for (var file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue().bytes());
    }
  }

  /** Standard output of a command that ends well and writes nothing of note to standard error. */
  private static String run(Path folder, String... command) throws Exception {
    Path out = Files.createTempFile("judge", ".out");
    Path err = Files.createTempFile("judge", ".err");
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      boolean ended = process.waitFor(120, TimeUnit.SECONDS);
      if (!ended) {
        process.destroyForcibly();
      }
      assertThat(ended).as("%s ended in time", (Object) command).isTrue();
      String complaints =
          String.join(
              "\n",
              Files.readAllLines(err).stream().filter(l -> !l.startsWith("npm warn")).toList());
      assertThat(process.exitValue()).as(complaints).isZero();
      assertThat(complaints).isEmpty();
      return Files.readString(out);
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }
}
