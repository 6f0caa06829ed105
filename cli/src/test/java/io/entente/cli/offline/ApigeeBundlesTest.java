package io.entente.cli.offline;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.model.nativeobject.Blob;
import io.entente.model.tree.Node;
import io.entente.translator.testkit.ApigeeLint;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** apigeelint, which knows Apigee's own rules of form, judges exported bundles as unpacked. */
class ApigeeBundlesTest {

  private static final Path SOURCES =
      Path.of("..", "policy-translator", "apigee", "src", "test", "apigeelint");
  private static final int BUNDLES = 12;

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

    // When
    ApigeeLint.Report report = new ApigeeLint(SOURCES).judge(bundles);

    // Then
    assertThat(report.judged()).isEqualTo(Node.number(BUNDLES));
    assertThat(report.errors()).isEmpty();
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
}
