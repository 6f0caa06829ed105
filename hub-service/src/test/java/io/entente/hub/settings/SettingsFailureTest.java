package io.entente.hub.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.entente.hub.drift.DriftConfig;
import io.entente.hub.estate.XdsConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.validator.BeanValidationConfigValidatorImpl;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsFailureTest {

  @Test
  void namesKeyAndValueAndNextStepOfAValueOutOfItsRange() {
    // Given
    var given = Map.of("entente.xds.port", "70000");

    // When
    var lines = SettingsFailure.lines(start(XdsConfig.class, given), key -> value(given, key));

    // Then
    assertThat(lines)
        .singleElement()
        .asString()
        .contains("entente.xds.port")
        .contains("70000")
        .contains("65535")
        .contains("docs/configuration.md");
  }

  @Test
  void namesKeyAndValueOfWhatIsNoDuration() {
    // Given
    var given = Map.of("entente.drift.every", "often");

    // When
    var lines = SettingsFailure.lines(start(DriftConfig.class, given), key -> value(given, key));

    // Then
    assertThat(lines).singleElement().asString().contains("entente.drift.every", "often");
  }

  @Test
  void saysNothingOfAnotherFailure() {
    // When
    var lines = SettingsFailure.lines(new IllegalStateException("x"), key -> Optional.empty());

    // Then
    assertThat(lines).isEmpty();
  }

  private static Throwable start(Class<?> topic, Map<String, String> given) {
    return catchThrowable(
        () ->
            new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withSources(new PropertiesConfigSource(given, "given", 100))
                .withMapping(topic)
                .withValidator(new BeanValidationConfigValidatorImpl())
                .build());
  }

  private static Optional<String> value(Map<String, String> given, String key) {
    return Optional.ofNullable(given.get(key));
  }
}
