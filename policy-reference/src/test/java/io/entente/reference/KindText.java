package io.entente.reference;

import io.entente.json.TreeLimits;
import io.entente.json.YamlTree;
import io.entente.policy.Policy;
import io.entente.policy.document.PolicyDocuments;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What people wrote about a kind, beside it in the model: what it means, and examples.
 *
 * @param meaning Markdown
 * @param examples documents of YAML; at least one
 */
record KindText(String meaning, List<String> examples) {

  static final String FOLDER = "policy-model/src/docs/kinds";

  private static final Pattern EXAMPLE = Pattern.compile("(?s)```yaml\n(.*?)```\n?");
  private static final int FEWEST_WORDS = 25;

  KindText {
    examples = List.copyOf(examples);
  }

  /** Fails where nobody wrote enough to be of use. */
  static KindText of(String kind) {
    Path file = Page.ROOT.resolve(FOLDER).resolve(kind + ".md");
    if (!Files.exists(file)) {
      throw new AssertionError("write in " + file + " what " + kind + " means, with an example");
    }
    try {
      String text = Files.readString(file);
      var examples = EXAMPLE.matcher(text).results().map(found -> found.group(1)).toList();
      String meaning = EXAMPLE.matcher(text).replaceAll("").strip();
      if (examples.isEmpty() || meaning.split("\\s+").length < FEWEST_WORDS) {
        throw new AssertionError(file + " needs " + FEWEST_WORDS + " words and a ```yaml example");
      }
      return new KindText(meaning, examples);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The policies of the examples, read as the hub reads them. */
  List<Policy> policies() {
    return examples.stream()
        .flatMap(example -> YamlTree.readAll(example, TreeLimits.DOCUMENT).stream())
        .map(document -> PolicyDocuments.read(document, 1))
        .toList();
  }
}
