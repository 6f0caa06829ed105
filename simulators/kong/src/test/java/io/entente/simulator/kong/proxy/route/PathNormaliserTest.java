package io.entente.simulator.kong.proxy.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathNormaliserTest {

  @ParameterizedTest
  @CsvSource({
    "/, /",
    "/a/, /a/",
    "/a//b, /a/b",
    "/a/./b/, /a/b/",
    "/a/../b, /b",
    "/a/.., /",
    "/%61%2fb, /a%2Fb",
    "/a%25b, /a%25b",
    "/x/..%2fadmin, /x/..%2Fadmin",
  })
  void foldsSlashesAndDotsAndDecodesWhatIsNotReserved(String path, String expected) {
    assertThat(PathNormaliser.normalise(path)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/..", "/a/../../b", "/%2e%2e/x", "/..%2f.."})
  void refusesPathsThatClimbAboveTheRoot(String path) {
    assertThat(PathNormaliser.normalise(path)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"/a b, /a%20b", "/a|b, /a%7Cb", "/a%2Fb;c=1, /a%2Fb;c=1"})
  void sendsWhatMayNotStandInARequestLineEncoded(String path, String expected) {
    assertThat(PathNormaliser.escape(path)).isEqualTo(expected);
  }
}
