package io.entente.simulator.kong.proxy.lua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LuaChunkTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "return 1 + 2 * 3 | 7",
        "return (1 + 2) * 3 | 9",
        "return 7 % 3 .. 'x' | 1x",
        "return nil or 'other' | other",
        "return false and 1 or 2 | 2",
        "return not nil and 'yes' | yes",
        "return #'four' | 4",
        "return ('Ab'):lower() | ab",
        "return string.sub('abcdef', 2, -2) | bcde",
        "local x = 'a'; if x == 'b' then return 1 elseif x == 'a' then return 2 end | 2",
        "return ({ a = { 'first' } }).a[1] | first",
        "return tonumber('12') + 1 | 13",
      })
  void computesWhatConfigurationsContain(String source, String expected) {
    // When
    Object value = LuaChunk.parse(source).run(new Scope());

    // Then
    assertThat(LuaValues.text(value)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "return a.b",
        "return 1 + {}",
        "return 'x' .. nil",
        "return nope()",
        "return 1 < 'a'"
      })
  void failsAtRunTimeLikeTheGateway(String source) {
    // Given
    LuaChunk chunk = LuaChunk.parse(source);

    // When / Then
    assertThatThrownBy(() -> chunk.run(new Scope())).isInstanceOf(LuaError.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for i = 1, 2 do end",
        "retrun nil",
        "kong.log",
        "return function() end",
        "return os.time()",
        "return ngx.now()"
      })
  void neverMistakesWhatItDoesNotKnowForAnErrorOfTheConfiguration(String source) {
    assertThatThrownBy(() -> LuaChunk.parse(source).run(new Scope()))
        .isInstanceOf(UnsupportedLua.class);
  }

  @Test
  void rendersTemplatesWithNothingForNil() {
    // Given
    Scope scope = new Scope().with("headers", new LuaTable().with("x", "1"));

    // When
    String text =
        Template.parse("a-$(headers.x)-$(headers.y)-$(headers['x'] or \")\")").render(scope);

    // Then
    assertThat(text).isEqualTo("a-1--1");
  }
}
