package io.entente.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.model.estate.Vendor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on the vendors is by hand; what it points at is there. */
class VendorsPageTest {

  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
  private static final Pattern LITERAL = Pattern.compile("\"([a-z0-9-]+)\"");
  private static final Set<String> EVIDENCE = Set.of("recorded", "real Envoy", "documented");

  /** What one row says it is held by, and by what evidence. */
  private record Trap(Vendor vendor, String what, String evidence, List<String> heldBy) {}

  @Test
  void everyTrapIsHeldBySomethingThatIsThere() throws IOException {
    // Given
    Set<String> tests = tests();

    for (Trap trap : traps()) {
      // When
      Path module = Page.ROOT.resolve("policy-translator").resolve(name(trap.vendor()));
      Set<String> codes = literals(module.resolve("src/main/java"));

      // Then
      assertThat(trap.evidence()).as(trap.what()).isIn(EVIDENCE);
      for (String held : trap.heldBy()) {
        if (held.endsWith("Test")) {
          assertThat(tests).as(trap.what()).contains(held);
        } else if (held.matches("\\d{3}-.*")) {
          assertThat(module.resolve("src/test/resources/golden").resolve(held))
              .as(trap.what())
              .isDirectory();
        } else {
          assertThat(codes).as(trap.what()).contains(held);
        }
      }
    }
  }

  @Test
  void everyVendorHasTraps() throws IOException {
    assertThat(traps()).extracting(Trap::vendor).contains(Vendor.KONG, Vendor.APIGEE, Vendor.ENVOY);
    assertThat(traps()).allMatch(trap -> trap.what().length() > 40);
  }

  private static List<Trap> traps() throws IOException {
    var traps = new ArrayList<Trap>();
    String page = Files.readString(Page.ROOT.resolve("docs/vendors.md"));
    for (Vendor vendor : List.of(Vendor.KONG, Vendor.APIGEE, Vendor.ENVOY)) {
      String title = "## " + name(vendor).substring(0, 1).toUpperCase(Locale.ROOT);
      String section = page.split(title + name(vendor).substring(1) + "\n")[1].split("\n## ")[0];
      section
          .lines()
          .filter(line -> line.startsWith("| **"))
          .map(line -> line.split(" \\| "))
          .forEach(cells -> traps.add(trap(vendor, cells)));
    }
    return traps;
  }

  private static Trap trap(Vendor vendor, String[] cells) {
    List<String> held = QUOTED.matcher(cells[2]).results().map(found -> found.group(1)).toList();
    if (held.isEmpty() && !cells[2].contains("](")) {
      throw new AssertionError("nothing holds: " + cells[0]);
    }
    return new Trap(vendor, cells[0], cells[1], held);
  }

  private static Set<String> literals(Path sources) throws IOException {
    var found = new HashSet<String>();
    try (Stream<Path> files = Files.walk(sources)) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .forEach(
              file ->
                  LITERAL
                      .matcher(Corpus.text(file))
                      .results()
                      .forEach(literal -> found.add(literal.group(1))));
    }
    return found;
  }

  /** Every test class of the modules that hold traps. */
  private static Set<String> tests() throws IOException {
    var found = new HashSet<String>();
    for (String root : List.of("policy-translator", "simulators", "hub-service/src/test")) {
      try (Stream<Path> files = Files.walk(Page.ROOT.resolve(root))) {
        files
            .map(file -> file.getFileName().toString())
            .filter(file -> file.endsWith("Test.java"))
            .forEach(file -> found.add(file.replace(".java", "")));
      }
    }
    return found;
  }

  private static String name(Vendor vendor) {
    return vendor.name().toLowerCase(Locale.ROOT);
  }
}
