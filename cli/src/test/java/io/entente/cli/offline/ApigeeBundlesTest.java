package io.entente.cli.offline;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.json.JsonTree;
import io.entente.json.TreeLimits;
import io.entente.model.nativeobject.Blob;
import io.entente.model.tree.Node;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** apigeelint, which knows Apigee's own rules of form, judges exported bundles as unpacked. */
class ApigeeBundlesTest {

  private static final Path NODE = Path.of("target", "apigeelint");
  private static final Path SOURCES =
      Path.of("..", "policy-translator", "apigee", "src", "test", "apigeelint");
  private static final int BUNDLES = 40;

  @Test
  void findsNoErrorInAnyArchive(@TempDir Path bundles) throws Exception {
    // Given
    int written = 0;
    for (long seed = 0; written < BUNDLES && seed < 100L * BUNDLES; seed++) {
      OfflineTranslation made = Worlds.translated("apigee:x", seed);
      if (!made.refused()) {
        unpack(ApigeeBundles.of(made).files(), bundles.resolve("bundle-" + seed));
        written++;
      }
    }
    assertThat(written).isEqualTo(BUNDLES);
    install();

    // When
    Node report =
        JsonTree.read(
            run("node", "judge.js", bundles.toAbsolutePath().toString(), excluded()),
            TreeLimits.VENDOR);

    // Then
    List<Node.Obj> errors =
        Trees.objects(report, "findings").stream()
            .filter(finding -> finding.field("severity").equals(Optional.of(Node.number(2))))
            .toList();
    assertThat(Trees.field(report, "judged")).contains(Node.number(BUNDLES));
    assertThat(errors).isEmpty();
  }

  /** The archive, and that the folder beside it holds the same. */
  private static void unpack(Map<String, Blob> files, Path to) throws IOException {
    String archive =
        files.keySet().stream().filter(n -> n.endsWith(".zip")).findFirst().orElseThrow();
    var beside = new TreeMap<String, Blob>();
    String folder = archive.replace(".zip", "/");
    files.forEach(
        (name, blob) -> {
          if (name.startsWith(folder)) {
            beside.put(name.substring(folder.length()), blob);
          }
        });
    var unpacked = new TreeMap<String, Blob>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(files.get(archive).bytes()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        unpacked.put(entry.getName(), Blob.of(zip.readAllBytes()));
        Path path = to.resolve(entry.getName());
        Files.createDirectories(path.getParent());
        Files.write(path, unpacked.get(entry.getName()).bytes());
      }
    }
    assertThat(unpacked).isEqualTo(beside);
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
      run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent");
    }
  }

  private static String run(String... command) throws Exception {
    Path out = Files.createTempFile("judge", ".out");
    Path err = Files.createTempFile("judge", ".err");
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(NODE.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      boolean ended = process.waitFor(120, TimeUnit.SECONDS);
      if (!ended) {
        process.destroyForcibly();
      }
      assertThat(ended).as("%s ended in time", (Object) command).isTrue();
      assertThat(process.exitValue()).as(Files.readString(err)).isZero();
      return Files.readString(out);
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }
}
