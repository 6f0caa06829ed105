package io.entente.translator.kong;

import static io.entente.translator.kong.Foreign.KEY;
import static io.entente.translator.kong.Foreign.ON_ROUTE;
import static io.entente.translator.kong.Foreign.kinds;
import static io.entente.translator.kong.Foreign.plugin;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.policy.InjectionProtection;
import io.entente.policy.InjectionProtection.In;
import io.entente.policy.JsonThreat;
import io.entente.policy.OtherBodies;
import io.entente.policy.Policy;
import io.entente.policy.PolicyKind;
import io.entente.translator.reverse.Reading;
import io.entente.translator.testkit.Policies;
import io.entente.translator.testkit.RandomBodies;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The plugins of the enterprise edition that read bodies, read back. */
class EnterpriseBodiesReadingTest {

  private static final long SEED = 20261122;

  @Test
  void readsBackWhatTranslationWrites() {
    var random = new Random(SEED);
    for (int round = 0; round < 500; round++) {
      // Given
      PolicyKind kind = readable(RandomBodies.any(random));
      Policy policy = Policies.enforcing("p", kind);
      var request = Worlds.published(List.of(policy));
      var observed = new TreeMap<>(Worlds.estate(""));
      new KongTranslator()
          .translate(request)
          .objects()
          .forEach((key, object) -> observed.put(key, observed(key, object)));

      // When
      Reading reading = Foreign.readPublished(observed);

      // Then
      assertThat(kinds(reading)).as("seed %d, round %d", SEED, round).containsExactly(kind);
      assertThat(reading.expressed()).hasSize(1);
    }
  }

  @Test
  void readsWhatPeopleWriteAndNamesWhatNoPolicySays() {
    // When
    Reading reading =
        Foreign.readPublished(
            Worlds.estate(
                plugin(
                    "json-threat-protection",
                    "{max_body_size: 1024, max_container_depth: 2, max_object_entry_count: 4,"
                        + " max_object_entry_name_length: 7, max_array_element_count: 2,"
                        + " max_string_value_length: 6, error_message: Incorrect request format}",
                    ON_ROUTE)));

    // Then
    assertThat(kinds(reading))
        .containsExactly(new JsonThreat(2, 2, 4, 7, 6, 1_024, OtherBodies.DENY));
    assertThat(reading.policies().get(0).unexpressed()).containsOnlyKeys("config.error_message");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "json-threat-protection|{}|it sets no limit by max_container_depth",
        "json-threat-protection|{enforcement_mode: log_only}|does not block",
        "json-threat-protection|{max_container_depth: deep}|is no whole number",
        "xml-threat-protection|{allow_dtd: true}|lets document types through",
        "xml-threat-protection|{}|reads other types",
        "injection-protection|{}|looks for what comes with Kong",
        "injection-protection|{injection_types: [], locations: [headers]}|looks at all headers",
        "injection-protection|{injection_types: [], custom_injections: [{name: a, regex:"
            + " '(?=b)'}]}|a policy cannot hold",
      })
  void leavesWhatNoPolicyMeans(String name, String config, String reason) {
    // When
    Reading reading = Foreign.readPublished(Worlds.estate(plugin(name, config, ON_ROUTE)));

    // Then
    assertThat(reading.policies()).isEmpty();
    assertThat(reading.remainder()).containsKey(KEY);
    assertThat(reading.reasons().get(KEY)).contains(reason);
  }

  /** What the plugin can say: all headers or none, and places in an order of its own. */
  private static PolicyKind readable(PolicyKind kind) {
    return kind instanceof InjectionProtection rule
        ? new InjectionProtection(
            rule.families().stream().sorted().toList(),
            rule.patterns(),
            rule.in().isEmpty() ? List.of(In.BODY) : rule.in().stream().sorted().toList(),
            List.of())
        : kind;
  }

  private static NativeObject observed(ObjectKey key, NativeObject object) {
    return NativeObject.foreign(key, object.content());
  }
}
