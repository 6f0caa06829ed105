package io.entente.hub.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.hub.settings.KnownSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ConfigurationReferenceTest {

  private static final Path SOURCES = Path.of("src/main/java");

  @Test
  void referenceSaysWhatTheInterfacesSay() throws IOException {
    // Given
    var made = new StringBuilder();

    // When
    for (SettingTopic topic : topics()) {
      made.append("\n### ").append(topic.about()).append("\n\n");
      made.append(
          "| Key and environment variable | Takes | Default | What it is |\n|---|---|---|---|\n");
      for (Setting setting : topic.settings()) {
        made.append(row(setting));
      }
    }

    // Then
    GeneratedPart.of("configuration.md").is(made + "\n");
  }

  @Test
  void everySettingOfTheRunningHubIsInTheReference() throws IOException {
    // Given
    var read = new TreeSet<String>();
    for (SettingTopic topic : topics()) {
      topic.settings().forEach(setting -> read.add(setting.key().replace(".NAME", ".*")));
    }

    // When
    var known = new TreeSet<String>();
    KnownSettings.read().keys().forEach(key -> known.add(key.replace("[*]", "")));

    // Then
    assertThat(read).isEqualTo(known);
  }

  @Test
  void everyInterfaceOfSettingsIsKnownAndNoSettingIsReadElsewhere() throws IOException {
    // Given
    List<Path> files;
    try (var all = Files.walk(SOURCES)) {
      files = all.filter(file -> file.toString().endsWith(".java")).toList();
    }

    // When
    var mapped = new TreeSet<String>();
    var elsewhere = new ArrayList<Path>();
    for (Path file : files) {
      String text = Files.readString(file);
      if (text.contains("@ConfigMapping(")) {
        mapped.add(
            SOURCES.relativize(file).toString().replace('/', '.').replaceFirst("\\.java$", ""));
      }
      if (text.contains("@ConfigProperty(name = \"entente.")) {
        elsewhere.add(file);
      }
    }

    // Then
    assertThat(mapped)
        .containsExactlyInAnyOrderElementsOf(
            KnownSettings.TOPICS.stream().map(Class::getName).toList());
    assertThat(elsewhere).as("settings of ours are in typed interfaces").isEmpty();
  }

  private static List<SettingTopic> topics() throws IOException {
    var topics = new ArrayList<SettingTopic>();
    for (Class<?> topic : KnownSettings.TOPICS) {
      topics.add(SettingSource.read(topic));
    }
    return topics;
  }

  private static String row(Setting setting) {
    // A name chosen by the operator does not survive in a variable of the environment.
    String variable =
        setting.key().endsWith(".NAME")
            ? "(as a property only)"
            : "`" + KnownSettings.variable(setting.key()) + "`";
    return "| `%s`<br>%s | %s | %s | %s |%n"
        .formatted(
            setting.key(),
            variable,
            setting.takes(),
            setting.usual().isEmpty() ? "not set" : "`" + setting.usual() + "`",
            setting.about().replace("|", "\\|"));
  }
}
