package io.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

class CliReferenceTest {

  private static final Path PAGE =
      Path.of(System.getProperty("entente.root", ".."), "docs", "cli.md");
  private static final String BEGIN = "<!-- made from the code: begin -->\n";
  private static final String END = "<!-- made from the code: end -->";
  private static final int WIDTH = 100;

  @Test
  void referenceSaysWhatTheCommandsSay() throws IOException {
    // Given
    String page = Files.readString(PAGE);
    var made = new StringBuilder();

    // When
    var command = new CommandLine(new Entente());
    command.setUsageHelpWidth(WIDTH);
    describe(command, made);
    String wanted =
        page.substring(0, page.indexOf(BEGIN) + BEGIN.length())
            + made
            + "\n"
            + page.substring(page.indexOf(END));

    // Then
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PAGE, wanted);
      return;
    }
    assertThat(page)
        .as("%s is stale: run this test with -Dgolden.update=true", PAGE)
        .isEqualTo(wanted);
  }

  private static void describe(CommandLine command, StringBuilder into) {
    into.append("\n## ").append(command.getCommandSpec().qualifiedName()).append("\n\n```\n");
    command
        .getUsageMessage(Ansi.OFF)
        .lines()
        .forEach(l -> into.append(l.stripTrailing()).append('\n'));
    into.append("```\n");
    // A command may be known by several names.
    command.getSubcommands().values().stream().distinct().forEach(sub -> describe(sub, into));
  }
}
