package io.entente.hub.outbound;

import static io.entente.hub.outbound.Transport.HTTPS_UNLESS_LOOPBACK;
import static io.entente.hub.outbound.Transport.HTTP_OR_HTTPS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.entente.model.problem.ProblemException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutboundGuardTest {

  private static final Map<String, List<String>> NAMES =
      Map.of(
          "public.example", List.of("8.8.8.8", "2606:4700::1111"),
          "localhost", List.of("127.0.0.1", "::1"),
          "inside.example", List.of("10.1.2.3"),
          "half.example", List.of("8.8.8.8", "169.254.169.254"),
          "half-inside.example", List.of("8.8.8.8", "10.9.9.9"),
          "mapped.example", List.of("::1", "0.0.0.0"),
          "rebound.example", List.of("127.0.0.1"));

  private static final List<String> NEVER =
      List.of(
          // Metadata, link-local, reserved, multicast
          "http://169.254.169.254",
          "http://169.254.169.254/latest/meta-data/",
          "http://169.254.170.2/v2/credentials",
          "http://169.254.0.1",
          "http://169.254.255.255:8001",
          "http://100.100.100.200/latest",
          "http://168.63.129.16/machine",
          "http://192.0.0.192/",
          "http://metadata.google.internal/computeMetadata/v1/",
          "http://METADATA.google.internal/",
          "http://metadata/",
          "http://metadata.goog/",
          "http://instance-data/latest",
          "http://[fd00:ec2::254]/latest",
          "http://[fd00:0ec2:0:0:0:0:0:254]/latest",
          "http://[fd20:ce::254]/",
          "http://[fe80::1]/",
          "http://[febf::1]/",
          "http://[fec0::1]/",
          "http://[ff02::1]/",
          "http://[ff05::2]/",
          "http://224.0.0.1",
          "http://239.255.255.255",
          "http://240.0.0.1",
          "http://255.255.255.255",
          "http://0.0.0.0",
          "http://0.0.0.0:8001",
          "http://0.1.2.3",
          "http://192.0.2.1",
          "http://198.51.100.7",
          "http://203.0.113.9",
          "http://192.88.99.1",
          "http://[::]/",
          "http://[0:0:0:0:0:0:0:0]/",
          "http://[2001:db8::1]/",
          "http://[2001::1]/",
          "http://[2002:7f00:1::]/",
          "http://[2002:a9fe:a9fe::1]/",
          "http://[64:ff9b::7f00:1]/",
          "http://[64:ff9b::a9fe:a9fe]/",
          "http://[100::1]/",
          "http://[4000::1]/",
          // IPv4 in IPv6
          "http://[::ffff:127.0.0.1]/",
          "http://[::ffff:7f00:1]/",
          "http://[::ffff:169.254.169.254]/",
          "http://[::FFFF:a9fe:a9fe]/",
          "http://[0:0:0:0:0:ffff:7f00:1]/",
          "http://[0:0:0:0:0:ffff:8.8.8.8]/",
          "http://[::127.0.0.1]/",
          "http://[::7f00:1]/",
          "http://[::8.8.8.8]/",
          "http://[64:ff9b::8.8.8.8]/",
          // Zone ids
          "http://[fe80::1%25eth0]/",
          "http://[fe80::1%eth0]/",
          "http://[::1%25lo]/",
          "http://[::1%lo]/",
          "http://[::1%251]/",
          // Numbers that some libraries take for addresses
          "http://2130706433/",
          "http://2852039166/",
          "http://0x7f000001/",
          "http://0X7F000001/",
          "http://0x7f.0.0.1/",
          "http://0x7f.0x0.0x0.0x1/",
          "http://0177.0.0.1/",
          "http://0177.0.0.01/",
          "http://017700000001/",
          "http://127.1/",
          "http://127.0.1/",
          "http://127.0.0.01/",
          "http://127.0.0.0x1/",
          "http://127.000.000.001/",
          "http://0/",
          "http://1/",
          "http://256.256.256.256/",
          "http://8.8.8.8.8/",
          "http://8.8.8.999/",
          "http://host.123/",
          "http://host.0x7f/",
          // Dots and odd characters
          "http://127.0.0.1./",
          "http://169.254.169.254./",
          "http://localhost./",
          "http://public.example./",
          "http://.public.example/",
          "http://public..example/",
          "http://-public.example/",
          "http://public-.example/",
          "http://①②⑦.⓪.⓪.①/",
          "http://localhost。/",
          "http://127。0。0。1/",
          "http://pub%6cic.example/",
          "http://%31%32%37.0.0.1/",
          "http://public.example%00.evil/",
          "http://public.example\\@127.0.0.1/",
          "http://public.example\t/",
          "http://public.example\n/",
          "http://public .example/",
          " http://public.example/",
          // Users, fragments, ports
          "http://user@public.example/",
          "http://user:secret@public.example/",
          "http://public.example@127.0.0.1/",
          "http://127.0.0.1@public.example/",
          "http://public.example#@127.0.0.1/",
          "http://public.example/#x",
          "http://public.example:0/",
          "http://public.example:65536/",
          "http://public.example:99999/",
          "http://public.example:-1/",
          "http://public.example:80a/",
          // Schemes and forms
          "",
          "http",
          "http:",
          "http://",
          "http:///path",
          "http:public.example",
          "//public.example",
          "public.example",
          "public.example:8001",
          "ftp://public.example/",
          "file:///etc/passwd",
          "gopher://public.example/",
          "jar:http://public.example/!/",
          "javascript:alert(1)",
          "HTTP://public.example/",
          "https+unix://x/",
          "http://[::1/",
          "http://::1/",
          "http://[]/",
          "http://[v1.x]/",
          "http://[12345::1]/");

  private final OutboundGuard usual =
      new OutboundGuard(List.of("127.0.0.0/8", "::1/128"), OutboundGuardTest::resolve);

  @Test
  void refusesEveryFormOfPlacesThatAreNeverCalledWhateverIsAllowed() {
    // Given
    var open = new OutboundGuard(List.of("0.0.0.0/0", "::/0"), OutboundGuardTest::resolve);
    assertThat(NEVER).hasSizeGreaterThan(100).doesNotHaveDuplicates();
    for (String url : NEVER) {
      // When, Then
      assertThatThrownBy(() -> open.requireText("spec.url", url, HTTP_OR_HTTPS))
          .as("'%s'", url)
          .isInstanceOf(ProblemException.class);
      assertThatThrownBy(() -> open.require("spec.url", url, HTTP_OR_HTTPS))
          .as("'%s'", url)
          .isInstanceOf(ProblemException.class);
    }
  }

  @Test
  void refusesANameOfWhichOnlyOneAddressIsWrong() {
    var open = new OutboundGuard(List.of("0.0.0.0/0", "::/0"), OutboundGuardTest::resolve);
    for (String name : List.of("half.example", "mapped.example")) {
      assertThatThrownBy(() -> open.require("f", "http://" + name + ":8001", HTTP_OR_HTTPS))
          .as(name)
          .isInstanceOf(ProblemException.class);
    }
    assertThatThrownBy(() -> usual.require("f", "https://half-inside.example", HTTP_OR_HTTPS))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void callsPrivateNetworksOnlyWhereTheirRangeIsNamed() {
    // Given
    var urls =
        List.of(
            "http://10.0.0.5:8001",
            "http://10.255.255.255",
            "https://172.16.0.1",
            "https://172.31.255.255",
            "https://192.168.1.1:8444",
            "http://100.64.0.1",
            "http://198.18.0.1",
            "http://[fc00::1]:8001",
            "http://[fd12:3456::1]",
            "http://inside.example:8001");
    var named =
        new OutboundGuard(
            List.of(
                "10.0.0.0/8",
                "172.16.0.0/12",
                "192.168.0.0/16",
                "100.64.0.0/10",
                "198.18.0.0/15",
                "fc00::/7"),
            OutboundGuardTest::resolve);
    for (String url : urls) {
      // When, Then
      assertThatThrownBy(() -> usual.require("f", url, HTTP_OR_HTTPS))
          .as(url)
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("entente.outbound.allow");
      named.require("f", url, HTTP_OR_HTTPS);
    }
    assertThatThrownBy(() -> named.require("f", "http://127.0.0.1", HTTP_OR_HTTPS))
        .as("naming ranges takes loopback away")
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void callsPublicAddressesAndThisMachine() {
    for (String url :
        List.of(
            "https://apigee.googleapis.com",
            "http://public.example",
            "https://public.example:8444/admin/",
            "http://8.8.8.8:8001",
            "http://[2606:4700::1111]:8001",
            "http://127.0.0.1:8001",
            "http://127.8.9.10",
            "http://[::1]:8001",
            "http://localhost:8001",
            "http://rebound.example")) {
      if (!url.contains("googleapis")) {
        usual.require("f", url, HTTP_OR_HTTPS);
      }
      usual.requireText("f", url, HTTP_OR_HTTPS);
    }
  }

  @Test
  void sendsATokenInTheClearOnlyToThisMachine() {
    for (String url : List.of("http://127.0.0.1:9", "http://localhost:9", "http://[::1]:9")) {
      usual.require("f", url, HTTPS_UNLESS_LOOPBACK);
    }
    for (String url : List.of("http://public.example", "http://8.8.8.8")) {
      assertThatThrownBy(() -> usual.requireText("f", url, HTTPS_UNLESS_LOOPBACK))
          .as(url)
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("https");
    }
    usual.require("f", "https://public.example", HTTPS_UNLESS_LOOPBACK);
  }

  @Test
  void saysWhichFieldAndNeverRepeatsWhatMayBeASecret() {
    var refused =
        catchThrowableOfType(
            ProblemException.class,
            () ->
                usual.requireText(
                    "spec.connection.admin",
                    "http://root:hunter2@10.0.0.5/?key=hunter2",
                    HTTP_OR_HTTPS));
    assertThat(refused.problems().get(0).path()).contains("spec.connection.admin");
    assertThat(refused.problems().toString()).doesNotContain("hunter2");
  }

  @Test
  void refusesASettingThatIsNoRange() {
    for (String text :
        List.of("10.0.0.0", "10.0.0.0/33", "x/8", "::/129", "10.1/8", "fe80::1%1/8")) {
      assertThatThrownBy(() -> new OutboundGuard(() -> List.of(text)))
          .as(text)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static List<InetAddress> resolve(String name) throws UnknownHostException {
    var addresses = new ArrayList<InetAddress>();
    for (String text : NAMES.getOrDefault(name, List.of())) {
      addresses.addAll(Arrays.asList(InetAddress.getAllByName(text)));
    }
    if (addresses.isEmpty()) {
      throw new UnknownHostException(name);
    }
    return addresses;
  }
}
