package io.entente.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.policy.generated.Generated;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {

  @ParameterizedTest
  @CsvSource({
    "10.0.0.1, 10.0.0.1/32",
    "0.0.0.0/0, 0.0.0.0/0",
    "2001:DB8:0:0:0:0:0:0/32, 2001:db8::/32",
    "::1, ::1/128",
    "::/0, ::/0",
    "1:0:0:2:0:0:0:3, 1:0:0:2::3/128",
    "1:0:0:2:3:0:0:4, 1::2:3:0:0:4/128",
    "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0/128",
  })
  void writesOneSpelling(String text, String canonical) {
    assertThat(Cidr.parse(text)).hasToString(canonical);
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.1/8, 10.0.0.0/8",
    "2001:db8::1/32, 2001:db8::/32",
    "::ffff:a00:0/104, 10.0.0.0/8",
    "::ffff:10.0.0.1, 10.0.0.1/32",
    "0:0:0:0:0:FFFF:10.0.0.1, 10.0.0.1/32",
    "64:ff9b::10.0.0.1/96, 64:ff9b::/96",
    "0.0.0.1/0, 0.0.0.0/0",
  })
  void refusesHostBitsAndIpv4InDisguiseAndNamesTheRange(String text, String canonical) {
    assertThatThrownBy(() -> Cidr.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("the range is " + canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10.0.0",
        "10.0.0.0/",
        "10.0.0.0/33",
        "10.0.0.0/08",
        "010.0.0.1",
        "1::2::3",
        "fe80::1%e",
        "1:2:3:4:5:6:7:8:9",
        "::/129",
        "host"
      })
  void refusesWhatIsNoRange(String text) {
    assertThatThrownBy(() -> Cidr.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void readsBackWhatItWrites() {
    for (long seed = 0; seed < 5_000; seed++) {
      // Given
      Cidr range = new Generated(seed).cidr();

      // When
      Cidr back = Cidr.parse(range.toString());

      // Then
      assertThat(back).as("seed %d", seed).isEqualTo(range);
    }
  }

  @Test
  void containsExactlyTheAddressesFromItsFirstToItsLast() {
    for (long seed = 0; seed < 5_000; seed++) {
      // Given
      var generated = new Generated(seed);
      Cidr range = generated.cidr();
      IpAddress address = generated.address();
      int host = range.address().family().width() - range.prefix();
      BigInteger first = range.address().bits();
      BigInteger last = first.add(BigInteger.ONE.shiftLeft(host)).subtract(BigInteger.ONE);

      // Then
      assertThat(range.contains(address))
          .as("seed %d: %s in %s", seed, address, range)
          .isEqualTo(
              address.family() == range.address().family()
                  && address.bits().compareTo(first) >= 0
                  && address.bits().compareTo(last) <= 0);
      assertThat(range.contains(range.address())).as("seed %d", seed).isTrue();
    }
  }

  @Test
  void knowsAnIpv4AddressThatIsWrittenAsIpv6() {
    // Given
    IpAddress mapped = IpAddress.parse("::FFFF:10.1.2.3").orElseThrow();

    // Then
    assertThat(mapped).isEqualTo(IpAddress.parse("10.1.2.3").orElseThrow());
    assertThat(Cidr.parse("10.0.0.0/8").contains(mapped)).isTrue();
    assertThat(Cidr.parse("::/0").contains(mapped)).isFalse();
  }
}
