package io.entente.simulator.apigee.proxy.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.simulator.apigee.proxy.variable.VariableSource;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {

  private static final Map<String, Object> VALUES =
      Map.of(
          "alpha", "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
          "seven", 7,
          "request.header.x-id", "42",
          "bad", "a\"b\\c\nd",
          "food", "\"bread\" & <b>'butter'</b>",
          "at", 1494390266000L,
          "fmt", "yyyy-MM-dd HH:mm:ss");

  private static final VariableSource VARIABLES = name -> Optional.ofNullable(VALUES.get(name));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "hello {seven} | hello 7",
        "{request.header.x-id} | 42",
        "[{absent}] | []",
        "{absent:Unknown} | Unknown",
        "{seven:Unknown} | 7",
        "{substring(alpha,22)} | WXYZ",
        "hello {substring(alpha,22)} | hello WXYZ",
        "{substring(alpha,-4)} | WXYZ",
        "{substring(alpha,-8,-4)} | STUV",
        "{substring(alpha,0,10)} | ABCDEFGHIJ",
        "{substring(alpha,0,seven)} | ABCDEFG",
        "{substring(alpha,90)}x | x",
        "{toLowerCase(absent:FOO)} | foo",
        "{toUpperCase('abc')} | ABC",
        "{replaceAll('abcabc','b','-')} | a-ca-c",
        "{replaceFirst('abcabc','b','-')} | a-cabc",
        "{replaceAll('a','[','x')} | a",
        "{escapeJSON(bad)} | a\\\"b\\\\c\\nd",
        "{encodeHTML(food)} | &quot;bread&quot; &amp; &lt;b&gt;&#39;butter&#39;&lt;/b&gt;",
        "{escapeXML(food)} | &quot;bread&quot; &amp; &lt;b&gt;&apos;butter&apos;&lt;/b&gt;",
        "{encodeBase64('abc')} | YWJj",
        "{decodeBase64('YWJj')} | abc",
        "{firstnonnull(absent,seven)} | 7",
        "{firstnonnull(absent,gone,'fallback value')} | fallback value",
        "[{firstnonnull(absent)}] | []",
        "{timeFormatUTCMs(fmt,at)} | 2017-05-10 04:24:26",
        "{timeFormatUTCMs('yyyyMMdd',at)} | 20170510",
        "{\"id\":\"{seven}\"} | {\"id\":\"7\"}",
        "{nofunction(seven)} | {nofunction(seven)}",
        "{toLowerCase( alpha )} | {toLowerCase( alpha )}",
        "{ seven } | { seven }",
        "{} | {}",
      })
  void followsTheReference(String text, String expected) {
    assertThat(Template.of(text).render(VARIABLES)).isEqualTo(expected);
  }

  @Test
  void tellsWhichVariableIsNotSetWhenAskedTo() {
    assertThatThrownBy(() -> Template.of("{seven}{absent}").render(VARIABLES, false))
        .isInstanceOf(UnresolvedVariable.class)
        .hasMessageContaining("absent");
  }

  @Test
  void knowsTheOlderMarks() {
    assertThat(Template.of("{\"a\":\"@seven#\"}", "@", "#").render(VARIABLES))
        .isEqualTo("{\"a\":\"7\"}");
  }

  @Test
  void textFromVariablesIsNeverReadAsATemplate() {
    VariableSource hostile = name -> Optional.of("{seven}{toUpperCase('x')}");

    assertThat(Template.of("<{v}>").render(hostile)).isEqualTo("<{seven}{toUpperCase('x')}>");
  }

  @Test
  void escapedTextNeverLeavesItsJsonString() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      var text = new StringBuilder();
      random.ints(random.nextInt(20), 0, 0x80).forEach(c -> text.append((char) c));
      String escaped = Template.of("{escapeJSON(v)}").render(name -> Optional.of(text.toString()));
      assertThat(escaped)
          .as("seed %d", seed)
          .matches("([^\"\\\\\\x00-\\x1F]|\\\\[\"\\\\bfnrt]|\\\\u[0-9A-F]{4})*");
    }
  }

  @Test
  void anyTextIsATemplate() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    String pieces = "{}()',:.ab1 \n\"substring";
    for (int i = 0; i < 50_000; i++) {
      var text = new StringBuilder();
      random
          .ints(random.nextInt(25), 0, pieces.length())
          .forEach(c -> text.append(pieces.charAt(c)));
      try {
        Template.of(text.toString()).render(VARIABLES);
      } catch (RuntimeException wrong) {
        throw new AssertionError("seed " + seed + ", text " + text, wrong);
      }
    }
  }
}
