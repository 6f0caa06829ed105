package io.entente.hub.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.hub.config.HubConfig;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsCheckTest {

  private final KnownSettings known = KnownSettings.read();

  @Test
  void namesTheNearestSettingForOneThatThereIsNot() {
    // Given
    var config = config(Map.of("entente.ingest.max-boddy", "9M", "entente.xds.port", "1"));

    // When
    var wrong = SettingsCheck.unknown(known, config);

    // Then
    assertThat(wrong)
        .singleElement()
        .asString()
        .contains("entente.ingest.max-boddy")
        .contains("app.properties")
        .contains("did you mean entente.ingest.max-body?")
        .contains("docs/configuration.md");
  }

  @Test
  void knowsNamesChosenByTheOperatorAndElementsOfLists() {
    // Given
    var config =
        config(
            Map.of(
                "entente.ingest.token.generations.kong-eu", "1,2",
                "entente.ingest.token.generations.kong-us[0]", "1",
                "entente.outbound.allow[0]", "10.0.0.0/8",
                "entente.ingest.reconcile.settle", "1m",
                "quarkus.http.port", "1"));

    // When
    var wrong = SettingsCheck.unknown(known, config);

    // Then
    assertThat(wrong).isEmpty();
  }

  @Test
  void takesNoVariableForASetting() {
    // Given: a variable of ./run that begins as settings do
    var config =
        new SmallRyeConfigBuilder()
            .withMapping(HubConfig.class)
            .withSources(new EnvConfigSource(Map.of("ENTENTE_HTTP_PORT", "1"), 300))
            .withSources(
                new PropertiesConfigSource(Map.of("entente.http.port", "1"), "EnvConfigSource", 1))
            .build();

    // When
    var wrong = SettingsCheck.unknown(known, config);

    // Then
    assertThat(wrong).isEmpty();
  }

  @Test
  void warnsOfAVariableThatIsNearlyASettingAndOfNoOther() {
    // Given
    var environment =
        Map.of(
            "ENTENTE_XDS_PROT", "1",
            "ENTENTE_XDS_PORT", "1",
            "ENTENTE_DATA_DIR", "d",
            "ENTENTE_HTTP_PORT", "1",
            "ENTENTE_KONG_PORT", "1",
            "ENTENTE_TOKEN_FILE", "f",
            "HOME", "h");

    // When
    var slips = SettingsCheck.slips(known, environment);

    // Then
    assertThat(slips)
        .containsExactly("ENTENTE_XDS_PROT is no setting: did you mean ENTENTE_XDS_PORT?");
  }

  private static SmallRyeConfig config(Map<String, String> properties) {
    return new SmallRyeConfigBuilder()
        .withSources(new PropertiesConfigSource(properties, "app.properties", 100))
        .build();
  }
}
