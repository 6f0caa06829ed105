package io.entente.hub.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DocumentationLinksTest {

  private static final Pattern LINK = Pattern.compile("!?\\[[^\\]]*]\\(([^)\\s]+)[^)]*\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.*)$");

  @Test
  void everyLinkAndImageLeadsToAFile() throws IOException {
    // Given
    List<Path> pages = pages();
    // The browser tests of -Pfull make them: all are there, or none.
    List<Path> pictures;
    try (var files = Files.list(GeneratedPart.doc("screenshots"))) {
      pictures = files.filter(file -> file.toString().endsWith(".png")).toList();
    }

    // When
    var broken = new ArrayList<String>();
    for (Path page : pages) {
      Matcher link = LINK.matcher(withoutCode(Files.readString(page)));
      while (link.find()) {
        if (!link.group(1).matches("(https?|mailto):.*")
            && !(pictures.isEmpty() && link.group(1).endsWith(".png"))
            && !leadsSomewhere(page, link.group(1))) {
          broken.add(page + ": " + link.group(1));
        }
      }
    }

    // Then
    assertThat(pages).hasSizeGreaterThan(10);
    assertThat(broken).isEmpty();
  }

  @Test
  void everyPageOfTheGuideIsInTheIndex() throws IOException {
    // Given
    String index = Files.readString(GeneratedPart.doc("README.md"));

    // When
    List<String> missing;
    try (var files = Files.list(GeneratedPart.doc("guide"))) {
      missing =
          files
              .map(file -> "guide/" + file.getFileName())
              .filter(name -> name.endsWith(".md") && !index.contains("(" + name + ")"))
              .toList();
    }

    // Then
    assertThat(missing).isEmpty();
  }

  private static List<Path> pages() throws IOException {
    var pages = new ArrayList<Path>();
    pages.add(GeneratedPart.doc("../README.md").normalize());
    try (var files = Files.walk(GeneratedPart.doc(""))) {
      files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
    }
    return pages;
  }

  private static boolean leadsSomewhere(Path page, String link) throws IOException {
    int hash = link.indexOf('#');
    String file = hash < 0 ? link : link.substring(0, hash);
    Path target = file.isEmpty() ? page : page.resolveSibling(file).normalize();
    if (!Files.exists(target)) {
      return false;
    }
    return hash < 0 || anchors(target).contains(link.substring(hash + 1));
  }

  private static List<String> anchors(Path page) throws IOException {
    return HEADING
        .matcher(withoutCode(Files.readString(page)))
        .results()
        .map(heading -> heading.group(1).strip().toLowerCase(Locale.ROOT))
        .map(text -> text.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .collect(Collectors.toList());
  }

  private static String withoutCode(String page) {
    return page.replaceAll("(?s)```.*?```", "");
  }
}
