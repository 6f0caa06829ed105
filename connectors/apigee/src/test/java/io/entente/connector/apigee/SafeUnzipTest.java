package io.entente.connector.apigee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.model.nativeobject.Blob;
import io.entente.model.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that are taken apart, and a corpus of those that are not. */
class SafeUnzipTest {

  @Test
  void whatIsPackedIsUnpackedAndTheSameFilesAreTheSameBytes() {
    // Given
    var files = TestBundles.proxy("orders", "v1");
    // When
    byte[] one = DeterministicZip.of(files);
    byte[] other = DeterministicZip.of(new TreeMap<>(files));
    // Then
    assertThat(one).isEqualTo(other);
    assertThat(SafeUnzip.open(one, "apiproxy")).isEqualTo(files);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../evil.xml",
        "apiproxy/../../evil.xml",
        "apiproxy/./a.xml",
        "/etc/passwd",
        "apiproxy//a.xml",
        "apiproxy\\..\\evil.xml",
        "C:/evil.xml",
        "elsewhere/a.xml",
        "apiproxyx/a.xml",
        "apiproxy/a\u0000.xml",
        "apiproxy/a\n.xml",
        "a/b/c"
      })
  void refusesNamesThatLeadElsewhere(String name) throws IOException {
    refuses(zip(name));
  }

  @Test
  void refusesTooDeepAndTooLongNames() throws IOException {
    refuses(zip("apiproxy/" + "d/".repeat(30) + "a.xml"));
    refuses(zip("apiproxy/" + "n".repeat(600)));
  }

  @Test
  void refusesTooManyEntries() throws IOException {
    String[] names = new String[5_001];
    Arrays.setAll(names, i -> "apiproxy/" + i);
    refuses(zip(names));
  }

  @Test
  void refusesABomb() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("apiproxy/bomb"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 15; i++) {
        zip.write(zeros);
      }
      zip.closeEntry();
    }
    assertThat(out.size()).isLessThan(100_000);
    refuses(out.toByteArray());
  }

  @Test
  void refusesAnEntryThatUnpacksToTooMuch() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("apiproxy/large"));
      byte[] half = new byte[1 << 20];
      new Random(1).nextBytes(half);
      for (int i = 0; i < 17; i++) {
        Arrays.fill(half, (i * 31_000) % 900_000, (i * 31_000) % 900_000 + 100_000, (byte) i);
        zip.write(half);
      }
      zip.closeEntry();
    }
    refuses(out.toByteArray());
  }

  @Test
  void refusesTheSameNameTwice() throws IOException {
    byte[] archive = zip("apiproxy/a1.xml", "apiproxy/a2.xml");
    refuses(replaced(archive, "a2.xml", "a1.xml"));
  }

  @Test
  void refusesALink() throws IOException {
    byte[] archive = zip("apiproxy/a.xml");
    int directory = indexOf(archive, new byte[] {'P', 'K', 1, 2});
    archive[directory + 5] = 3;
    archive[directory + 40] = (byte) 0xff;
    archive[directory + 41] = (byte) 0xa1;
    refuses(archive);
  }

  @Test
  void refusesEntriesThatItsDirectoryDoesNotName() throws IOException {
    byte[] archive = zip("apiproxy/a.xml", "apiproxy/b.xml");
    int end = indexOf(archive, new byte[] {'P', 'K', 5, 6});
    archive[end + 8] = 1;
    archive[end + 10] = 1;
    refuses(archive);
  }

  @Test
  void refusesWhatIsNoArchive() throws IOException {
    refuses(new byte[0]);
    refuses("<html>".getBytes(StandardCharsets.UTF_8));
    byte[] archive = zip("apiproxy/a.xml");
    refuses(Arrays.copyOf(archive, archive.length / 2));
    refuses(new byte[(15 << 20) + 1]);
  }

  @Test
  void damagedArchivesAreRefusedOrReadButNeverAnythingElse() throws IOException {
    long seed = 20261121L;
    var random = new Random(seed);
    byte[] good = DeterministicZip.of(TestBundles.proxy("orders", "v1"));
    for (int i = 0; i < 2_000; i++) {
      byte[] bad = good.clone();
      for (int hits = 1 + random.nextInt(4); hits > 0; hits--) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
      }
      try {
        for (Blob blob : SafeUnzip.open(bad, "apiproxy").values()) {
          assertThat(blob.size()).as("seed %s, archive %s", seed, i).isLessThan(1 << 20);
        }
      } catch (ProblemException e) {
        assertThat(e.problems().get(0).code()).isEqualTo(ApigeeErrorCode.BUNDLE_UNSAFE);
      }
    }
  }

  private static void refuses(byte[] archive) {
    assertThatThrownBy(() -> SafeUnzip.open(archive, "apiproxy"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problems().get(0).code()).isEqualTo(ApigeeErrorCode.BUNDLE_UNSAFE));
  }

  private static byte[] zip(String... names) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(name.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  private static byte[] replaced(byte[] archive, String from, String to) {
    String text = new String(archive, StandardCharsets.ISO_8859_1);
    int content = text.indexOf(from, text.indexOf(from) + 1);
    String changed = text.replace("apiproxy/" + from, "apiproxy/" + to);
    assertThat(content).isPositive();
    // Only names change; what the entry holds keeps its checksum.
    return (changed.substring(0, content) + from + changed.substring(content + from.length()))
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static int indexOf(byte[] bytes, byte[] part) {
    for (int i = 0; i + part.length <= bytes.length; i++) {
      if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
        return i;
      }
    }
    throw new AssertionError("not found");
  }
}
