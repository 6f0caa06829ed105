package io.entente.reference;

import io.entente.json.TreeLimits;
import io.entente.json.YamlTree;
import io.entente.model.estate.Vendor;
import io.entente.model.tree.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The tests that hold a vendor's translation of a kind.
 *
 * @param meaning compare what the documents do with what the kind means
 * @param form asks a third party whether the documents are well formed
 * @param goldenCases how many documents of the kind are written down and were read
 */
record Backing(List<String> meaning, Optional<String> form, long goldenCases) {

  static final String GOLDEN = "GoldenCasesTest";

  /** Of the module that all translators share: what no emitter took is reported UNSUPPORTED. */
  static final String LEDGER = "FieldLedgerTest";

  private static final SchemaPart LISTED =
      new SchemaPart(
          (Node.Obj)
              YamlTree.readAll(
                      Corpus.text(Path.of("src", "test", "resources", "backing.yaml")),
                      TreeLimits.DOCUMENT)
                  .get(0));

  /** What holds that nothing of a kind goes out. */
  Backing ofRefusals() {
    return goldenCases > 0
        ? new Backing(List.of(), Optional.empty(), goldenCases)
        : new Backing(List.of(LEDGER), Optional.empty(), 0);
  }

  /** Every test that is named. */
  List<String> names() {
    var names = new ArrayList<>(meaning);
    if (goldenCases > 0) {
      names.add(GOLDEN);
      form.ifPresent(names::add);
    }
    return names;
  }

  /**
   * @param recorded whether the edition is the one that the vendor's tests judge the form for
   */
  static Backing of(Vendor vendor, String kind, boolean recorded) {
    Path module =
        Page.ROOT.resolve("policy-translator").resolve(vendor.name().toLowerCase(Locale.ROOT));
    SchemaPart listed = LISTED.part(vendor.name().toLowerCase(Locale.ROOT));
    List<String> meaning = listed.part("kinds").texts(kind);
    Optional<String> form =
        recorded ? listed.find("form") : listed.part("unrecorded").texts(kind).stream().findFirst();
    return new Backing(
        meaning.isEmpty() ? found(module, kind) : meaning, form, golden(module, kind));
  }

  /** The source of a test of the vendor's module or the core's; empty where there is none. */
  static Optional<Path> source(Vendor vendor, String test) {
    String module = vendor.name().toLowerCase(Locale.ROOT);
    return Stream.of("core", module)
        .flatMap(name -> sources(Page.ROOT.resolve("policy-translator").resolve(name)).stream())
        .filter(file -> file.getFileName().toString().equals(test + ".java"))
        .findFirst();
  }

  private static List<String> found(Path module, String kind) {
    var word = Pattern.compile("(?i)\\b" + kind + "\\b");
    return sources(module).stream()
        .filter(file -> file.getFileName().toString().matches(".*(Meaning|Effect)Test\\.java"))
        .filter(file -> word.matcher(Corpus.text(file)).find())
        .map(file -> file.getFileName().toString().replace(".java", ""))
        .sorted()
        .toList();
  }

  private static List<Path> sources(Path module) {
    try (Stream<Path> files = Files.walk(module.resolve("src/test/java"))) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long golden(Path module, String kind) {
    var written = Pattern.compile("(?m)^\\s+" + kind + ":");
    try (Stream<Path> folders = Files.list(module.resolve("src/test/resources/golden"))) {
      return folders
          .map(folder -> folder.resolve("request.yaml"))
          .filter(file -> written.matcher(Corpus.text(file)).find())
          .count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
