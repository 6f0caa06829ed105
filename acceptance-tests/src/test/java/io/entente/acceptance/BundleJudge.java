package io.entente.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipInputStream;

/**
 * Has apigeelint judge every bundle that a simulated Apigee was given, ours and those of its teams.
 */
final class BundleJudge {

  private static final Path LINTER = Path.of("policy-translator", "apigee", "src/test/apigeelint");

  private BundleJudge() {}

  /** What came of it: how many bundles, and each error found. */
  record Verdict(int bundles, List<String> errors) {}

  static Verdict judge(URI management, Path root, Path folder) throws Exception {
    var json = new ObjectMapper();
    int bundles = 0;
    for (JsonNode entry :
        json.readTree(get(management.resolve("/_simulator/bundles"))).get("bundles")) {
      String number = entry.get("number").asText();
      unzip(
          get(management.resolve("/_simulator/bundles/" + number)),
          folder.resolve(number + "-" + entry.get("name").asText()));
      bundles++;
    }
    Path node = root.resolve("policy-translator/apigee/target/apigeelint");
    install(root, node);
    String excluded = Files.readString(root.resolve(LINTER).resolve("excluded.txt")).strip();
    JsonNode report = json.readTree(run(node, "node", "judge.js", folder.toString(), excluded));
    var errors = new ArrayList<String>();
    for (JsonNode finding : report.get("findings")) {
      if (finding.get("severity").asInt() == 2) {
        errors.add(finding.toString());
      }
    }
    if (report.get("judged").asInt() != bundles) {
      throw new IOException("judged " + report.get("judged") + " of " + bundles + " bundles");
    }
    return new Verdict(bundles, errors);
  }

  private static byte[] get(URI address) throws IOException {
    try (InputStream answer = address.toURL().openStream()) {
      return answer.readAllBytes();
    }
  }

  private static void unzip(byte[] zip, Path folder) throws IOException {
    try (var entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        Path file = folder.resolve(entry.getName()).normalize();
        if (!file.startsWith(folder)) {
          throw new IOException("entry " + entry.getName() + " leaves its folder");
        }
        if (!entry.isDirectory()) {
          Files.createDirectories(file.getParent());
          Files.write(file, entries.readAllBytes());
        }
      }
    }
  }

  private static void install(Path root, Path node) throws Exception {
    Files.createDirectories(node);
    for (String name : List.of("package.json", "package-lock.json", "judge.js")) {
      Files.write(node.resolve(name), Files.readAllBytes(root.resolve(LINTER).resolve(name)));
    }
    if (!Files.exists(node.resolve("node_modules/apigeelint/package.json"))) {
      run(node, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent");
    }
  }

  private static String run(Path folder, String... command) throws Exception {
    Path out = Files.createTempFile("judge", ".out");
    try {
      var process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectOutput(out.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(600, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IOException(String.join(" ", command) + " did not end well");
      }
      return Files.readString(out);
    } finally {
      Files.delete(out);
    }
  }
}
