package io.entente.simulator.apigee.proxy.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.simulator.apigee.proxy.variable.VariableSource;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {

  private static final Map<String, Object> VALUES =
      Map.of(
          "verb", "GET",
          "path", "/animals/cats/tom",
          "status", 404,
          "used", 12L,
          "flag", true,
          "text", "true",
          "request.header.help!me", "please",
          "ten", "10");

  private static final VariableSource VARIABLES = name -> Optional.ofNullable(VALUES.get(name));

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "verb = \"GET\"; true",
        "verb = \"get\"; false",
        "verb := \"get\"; true",
        "verb EqualsCaseInsensitive \"get\"; true",
        "verb == \"GET\"; true",
        "verb Is \"GET\"; true",
        "verb != \"GET\"; false",
        "verb NotEquals \"POST\"; true",
        "verb IsNot \"POST\"; true",
        "verb=\"GET\"; true",
        "verb Equals \"GET\" AND status = 404; true",
        "verb = \"POST\" or status = 404; true",
        "verb = \"POST\" || status = 400 || flag; true",
        "verb = \"POST\" and status = 404 or flag; false",
        "flag or absent and absent or flag; true",
        "(verb = \"POST\" and status = 404) or flag; true",
        "verb = \"POST\" and (status = 404 or flag); false",
        "!(verb = \"GET\"); false",
        "not (verb = \"POST\") && flag = true; true",
        "status = \"404\"; true",
        "status > 400; true",
        "status GreaterThan 404; false",
        "status >= 404; true",
        "status GreaterThanOrEquals 405; false",
        "status < 405; true",
        "status LesserThan 404; false",
        "status <= 404; true",
        "used GreaterThan 9; true",
        "used GreaterThan \"9\"; false",
        "used = 12l; true",
        "used < 12.5d; true",
        "ten < 9; true",
        "flag = true; true",
        "text = \"true\"; true",
        "flag; true",
        "absent; false",
        "path ~ \"/animals/*\"; true",
        "path Matches \"/animals/*/tom\"; true",
        "path Like \"/animals\"; false",
        "path !~ \"/plants*\"; true",
        "path ~~ \"/animals/[a-z]+/tom\"; true",
        "path JavaRegex \"/animals/.\"; false",
        "path ~/ \"/animals/*/tom\"; true",
        "path MatchesPath \"/animals/*\"; false",
        "path MatchesPath \"/animals/**\"; true",
        "path LikePath \"/animals/{kind}/tom\"; true",
        "path MatchesPath \"/animals\"; false",
        "path =| \"/animals\"; true",
        "path StartsWith \"/plants\"; false",
        "'request.header.help!me' = \"please\"; true",
        "absent = null; true",
        "absent is null; true",
        "verb != null; true",
        "verb = null; false",
        "absent = \"x\"; false",
        "absent != \"x\"; true",
        "null != null; false",
        "absent > 1; true",
        "1 > absent; false",
        "absent >= 1; false",
        "1 >= absent; true",
        "absent < 1; true",
        "1 < absent; false",
        "absent <= 1; true",
        "1 <= absent; false",
        "absent <= null; true",
        "absent >= null; true",
        "absent > null; false",
        "absent ~ \"*\"; false",
        "absent ~~ \".*\"; false",
        "absent MatchesPath \"/**\"; false",
        "absent StartsWith \"\"; false",
        "absent !~ \"x\"; true",
      })
  void followsTheTablesOfTheReference(String text, boolean expected) throws ConditionError {
    assertThat(Condition.parse(text).test(VARIABLES)).as(text).isEqualTo(expected);
  }

  @Test
  void anEmptyConditionHolds() throws ConditionError {
    assertThat(Condition.parse(" \n ").test(VARIABLES)).isTrue();
  }

  @Test
  void percentTakesTheMeaningFromTheNextCharacterOfAPath() {
    assertThat(Patterns.path("/{user}", "/%{user%}")).isTrue();
    assertThat(Patterns.path("/user", "/%{user%}")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "verb =",
        "= \"GET\"",
        "verb = \"GET",
        "(verb = \"GET\"",
        "verb = \"GET\")",
        "verb = \"GET\" and",
        "verb \"GET\"",
        "verb = \"GET\" status = 404",
        "verb ~~ \"[\"",
        "a & b",
        "()"
      })
  void refusesWhatIsNoCondition(String text) {
    assertThatThrownBy(() -> Condition.parse(text)).isInstanceOf(ConditionError.class);
  }

  @Test
  void refusesNestingWithoutEnd() {
    assertThatThrownBy(() -> Condition.parse("(".repeat(100_000)))
        .isInstanceOf(ConditionError.class);
    assertThatThrownBy(() -> Condition.parse("!".repeat(100_000)))
        .isInstanceOf(ConditionError.class);
  }

  @Test
  void neverThrowsAnythingButItsOwnError() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    String[] pieces = {
      "verb",
      "absent",
      "\"GET\"",
      "\"",
      "'",
      "(",
      ")",
      "=",
      "!=",
      "~~",
      "~/",
      "~",
      "!",
      "and",
      "or",
      "&&",
      "||",
      "&",
      "null",
      "true",
      "12",
      "1.5f",
      "99999999999999999999",
      "[",
      "\\",
      "%",
      "*",
      "{",
      "}",
      "MatchesPath",
      "JavaRegex",
      "is",
      "not",
      " ",
      "\t",
      "é",
      ":=",
      ":",
      "=|",
      "<"
    };
    for (int i = 0; i < 50_000; i++) {
      var text = new StringBuilder();
      for (int n = random.nextInt(12); n >= 0; n--) {
        text.append(pieces[random.nextInt(pieces.length)]);
        text.append(random.nextBoolean() ? " " : "");
      }
      try {
        Condition.parse(text.toString()).test(VARIABLES);
      } catch (ConditionError told) {
        assertThat(told.getMessage()).isNotBlank();
      } catch (RuntimeException | StackOverflowError other) {
        throw new AssertionError("seed " + seed + ", text " + text, other);
      }
    }
  }
}
