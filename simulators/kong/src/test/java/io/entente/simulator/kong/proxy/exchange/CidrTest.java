package io.entente.simulator.kong.proxy.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.1.2.3, true",
    "10.0.0.0/8, 11.0.0.1, false",
    "10.1.2.3, 10.1.2.3, true",
    "0.0.0.0/0, 1.2.3.4, true",
    "2001:db8::/32, 2001:DB8:0:1::1, true",
    "::/0, 1.2.3.4, false",
  })
  void containsTheAddressesOfItsBlock(String block, String ip, boolean contained) {
    assertThat(Cidr.parse(block).orElseThrow().contains(ip)).isEqualTo(contained);
  }

  @ParameterizedTest
  @ValueSource(strings = {"garbage", "10.0.0.0/33", "localhost", "", "1.2.3", "10.0.0.0/x"})
  void isNothingElse(String text) {
    assertThat(Cidr.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2001:DB8:0:0:0:0:0:1, 2001:db8::1",
    "1:0:2:0:0:0:0:3, 1:0:2::3",
    "0:0:0:0:0:0:0:0, ::",
    "10.1.2.3, 10.1.2.3",
    "garbage, garbage",
  })
  void writesAddressesLikeNginx(String ip, String expected) {
    assertThat(Cidr.text(ip)).isEqualTo(expected);
  }
}
