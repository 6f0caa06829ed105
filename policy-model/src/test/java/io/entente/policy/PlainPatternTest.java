package io.entente.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.policy.PlainPattern.Piece;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainPatternTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "curl",
        "(?i)bot",
        "^curl/[0-9]+[.][0-9]+",
        "(a|b)*c?",
        "((?:a|b)c)+$",
        "[^a-z-]",
        "x(|y)",
        "a|",
        "(a+)?",
        "[.]",
        "[$()*+?|]",
        "#%&'~`<>",
      })
  void takesWhatAllEnginesReadAlike(String pattern) {
    PlainPattern.require(pattern);
    java.util.regex.Pattern.compile(pattern);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a\\.b",
        "a{2}",
        "\"",
        "(a",
        "a)",
        "[a",
        "[]",
        "[]a]",
        "[^]",
        "[a[b]]",
        "[a&&b]",
        "[z-a]",
        "[-a]",
        "[..]",
        "[:a:]",
        "a**",
        "a+?",
        "*a",
        "^*",
        "(?=a)",
        "a(?i)b",
        "(?s)a",
        "(a+)+",
        "((a*)?b)+",
        "]",
        "\u00e4",
        "a\nb",
      })
  void refusesWhatSomeEngineReadsOtherwiseOrTakesTooLongFor(String pattern) {
    assertThatThrownBy(() -> PlainPattern.require(pattern))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("pattern '" + pattern + "'");
  }

  @Test
  void refusesALongOne() {
    PlainPattern.require("a".repeat(128));
    assertThatThrownBy(() -> PlainPattern.require("a".repeat(129))).hasMessageContaining("129");
  }

  @Test
  void saysItsPieces() {
    // When
    List<Piece> pieces = PlainPattern.pieces("(?i)^(.|[^b])+");

    // Then
    assertThat(pieces)
        .containsExactly(
            new Piece.Mark("^"),
            new Piece.Mark("("),
            new Piece.Any(),
            new Piece.Mark("|"),
            new Piece.OneOf("[^b]", true),
            new Piece.Mark(")"),
            new Piece.Mark("+"));
    assertThat(pieces.stream().map(Piece::text).collect(Collectors.joining()))
        .isEqualTo("^(.|[^b])+");
  }
}
