package io.entente.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorsTest {

  @Test
  void refusesCredentialsForEveryOriginAndSaysWhatIsValid() {
    assertThatThrownBy(() -> cors(List.of("*"), List.of("GET"), List.of(), true, Duration.ZERO))
        .hasMessageContaining("name the origins, or do not allow credentials");
  }

  @Test
  void refusesAnyOriginBesideOthers() {
    assertThatThrownBy(
            () ->
                cors(
                    List.of("https://a.example", "*"),
                    List.of("GET"),
                    List.of(),
                    false,
                    Duration.ZERO))
        .hasMessageContaining("write it alone");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "a.example",
        "https://A.example",
        "https://a.example/",
        "https://a.example:443",
        "http://a.example:80",
        "https://a.example:0",
        "https://a.example:65536"
      })
  void refusesOriginsNoBrowserSends(String origin) {
    assertThatThrownBy(() -> cors(List.of(origin), List.of("GET"), List.of(), false, Duration.ZERO))
        .hasMessageContaining(origin);
  }

  @Test
  void refusesMethodsAndHeadersInTheWrongCase() {
    var origins = List.of("https://a.example");
    assertThatThrownBy(() -> cors(origins, List.of("get"), List.of(), false, Duration.ZERO))
        .hasMessageContaining("'get'");
    assertThatThrownBy(() -> cors(origins, List.of("GET"), List.of("X-A"), false, Duration.ZERO))
        .hasMessageContaining("'X-A'");
    assertThatThrownBy(() -> cors(origins, List.of("GET"), List.of("*"), false, Duration.ZERO))
        .hasMessageContaining("name the headers");
  }

  @Test
  void refusesAnAgeBeyondADayOrWithFractions() {
    var origins = List.of("https://a.example");
    for (Duration age :
        List.of(Duration.ofSeconds(-1), Duration.ofMillis(1500), Duration.ofSeconds(86_401))) {
      assertThatThrownBy(() -> cors(origins, List.of("GET"), List.of(), false, age))
          .hasMessageContaining(age.toString());
    }
  }

  @Test
  void allowsOnlyTheOriginsNamed() {
    // Given
    Cors named = cors(List.of("https://a.example"), List.of("GET"), List.of(), true, Duration.ZERO);

    // Then
    assertThat(named.allows("https://a.example")).isTrue();
    assertThat(named.allows("https://a.example.evil")).isFalse();
    assertThat(named.allows("http://a.example")).isFalse();
  }

  private static Cors cors(
      List<String> origins,
      List<String> methods,
      List<String> headers,
      boolean credentials,
      Duration maxAge) {
    return new Cors(origins, methods, headers, List.of(), credentials, maxAge);
  }
}
