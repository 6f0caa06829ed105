package io.entente.simulator.kong.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LuaPatternTest {

  @ParameterizedTest
  @CsvSource({
    "^%u+$, GET, true",
    "^%u+$, Get, false",
    "^%*%., *.example.com, true",
    "^%*%., a.example.com, false",
    "%.%*$, example.*, true",
    "^[^*]*%*?[^*]*$, *.a.*, false",
    "//, /a//b, true",
    "^[^:]+:.*$, name:value, true",
    "^[^:]+:.*$, :value, false",
    "^[Cc]ontent%-[Ll]ength$, content-length, true",
    "^[%a_][%a%d_]*$, KONG_1, true",
    "^[%a_][%a%d_]*$, 1_KONG, false",
  })
  void findsWhatLuaWouldFind(String pattern, String text, boolean found) {
    assertThat(LuaPattern.find(text, pattern)).isEqualTo(found);
  }
}
