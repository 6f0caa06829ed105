package io.entente.connector.apigee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApigeeConfigTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://apigee.googleapis.com",
        "https://eu-apigee.googleapis.com/",
        "https://apigee.private.example:8443",
        "http://127.0.0.1:8080",
        "http://localhost:1"
      })
  void takesGlobalRegionalPrivateAndLocalEndpoints(String endpoint) {
    assertThat(config("acme", endpoint, 20).endpoint().toString())
        .isEqualTo(endpoint.replaceAll("/$", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://apigee.googleapis.com",
        "http://127.0.0.1.example.com",
        "https://user:planted@apigee.googleapis.com",
        "https://apigee.googleapis.com/v1",
        "https://apigee.googleapis.com?key=planted",
        "apigee.googleapis.com",
        "ftp://127.0.0.1"
      })
  void refusesEndpointsATokenMustNotGoTo(String endpoint) {
    assertThatThrownBy(() -> config("acme", endpoint, 20))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .doesNotContain("planted");
  }

  @Test
  void refusesNamesThatLeadElsewhereAndRatesThatAreNone() {
    assertThatThrownBy(() -> config("acme/../x", "https://a.example", 20))
        .hasMessageContaining("acme/../x");
    assertThatThrownBy(() -> config("acme", "https://a.example", 0)).hasMessageContaining("0.0");
    assertThatThrownBy(() -> config("acme", "https://a.example", Double.NaN))
        .hasMessageContaining("NaN");
  }

  private static ApigeeConfig config(String organization, String endpoint, double rate) {
    return new ApigeeConfig(
        organization,
        "test",
        URI.create(endpoint),
        Optional.empty(),
        Duration.ofSeconds(5),
        rate,
        new TreeMap<>());
  }
}
