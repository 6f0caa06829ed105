package io.entente.translator.apigee;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.model.nativeobject.Blob;
import io.entente.model.tree.Node;
import io.entente.translator.apigee.dialect.Trees;
import io.entente.translator.testkit.ApigeeLint;
import io.entente.translator.testkit.GoldenCases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The bundles of all golden cases, judged by apigeelint, which knows Apigee's own rules of form.
 */
class LintJudgeTest {

  private static final int UNTRIED = 9;
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

    // When
    ApigeeLint.Report report = new ApigeeLint(SOURCES).judge(bundles);

    // Then
    var warnings = new TreeMap<String, Integer>();
    for (Node.Obj finding : report.warnings()) {
      warnings.merge(Trees.text(finding, "rule").orElse("?"), 1, Integer::sum);
    }
    System.out.println(
        "apigeelint 2.85.1 judged "
            + written
            + " bundles, "
            + report.untried()
            + " not by CC006, warnings: "
            + warnings);
    assertThat(report.judged()).isEqualTo(Node.number(written));
    assertThat(report.errors()).isEmpty();
    // Each could hold a condition that is never true: no more of them unnoticed.
    assertThat(report.untried()).isEqualTo(Node.number(UNTRIED));
    assertThat(written).isGreaterThanOrEqualTo(25);
  }

  private static void write(Path folder, SortedMap<String, Blob> files) throws IOException {
    for (var file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue().bytes());
    }
  }
}
