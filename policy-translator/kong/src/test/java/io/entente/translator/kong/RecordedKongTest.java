package io.entente.translator.kong;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.model.estate.GatewayProfile;
import io.entente.model.estate.Vendor;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordedKongTest {

  @ParameterizedTest
  @CsvSource({
    "oss, 3.9.1, true",
    "oss, 3.9.0, false",
    "oss, 3.8.0, false",
    "enterprise, 3.9.1, false",
    "enterprise, 3.15.0.0, false"
  })
  void isTheVersionAndEditionThatWasRecorded(String edition, String version, boolean recorded) {
    var profile =
        new GatewayProfile(Vendor.KONG, edition, version, 1, new TreeSet<>(), new TreeMap<>());

    assertThat(RecordedKong.is(profile)).isEqualTo(recorded);
  }
}
