package io.entente.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InjectionFamilyTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "SQL~x' OR '1'='1",
        "SQL~1 union all select name from users",
        "SQL~1 UNION/**/SELECT(name)",
        "SQL~1; drop table users",
        "SQL~admin'--",
        "SQL~1 and sleep(5)",
        "SCRIPT~<script>alert(1)</script>",
        "SCRIPT~<img src=x onerror=alert(1)>",
        "SCRIPT~JavaScript:alert(1)",
        "SSI~<!--#exec cmd='ls'-->",
        "XPATH~//user/ancestor-or-self::node()",
        "TRAVERSAL~/files/../../etc/passwd",
        "TRAVERSAL~%2E%2e%2fetc",
      })
  void findsWhatItIsFor(InjectionFamily family, String text) {
    assertThat(finds(family, text)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "SQL~O'Brien and sons",
        "SQL~the western union selected it",
        "SQL~sort=name;order=asc",
        "SCRIPT~a description of scripts",
        "SCRIPT~1 < 2 and on=1",
        "SSI~<!-- a comment -->",
        "XPATH~https://example.test/children",
        "TRAVERSAL~/v1.0/files...txt",
      })
  void leavesWhatPeopleWrite(InjectionFamily family, String text) {
    assertThat(finds(family, text)).isFalse();
  }

  @Test
  void everyPatternIsWrittenOnThePage() throws IOException {
    String page = Files.readString(Path.of("src", "docs", "kinds", "injectionProtection.md"));

    for (InjectionFamily family : InjectionFamily.values()) {
      assertThat(family.patterns())
          .isNotEmpty()
          .allSatisfy(named -> assertThat(page).contains(named.pattern().replace("|", "\\|")));
    }
  }

  private static boolean finds(InjectionFamily family, String text) {
    return family.patterns().stream()
        .anyMatch(named -> Pattern.compile(named.pattern()).matcher(text).find());
  }
}
