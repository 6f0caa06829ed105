package io.entente.simulator.apigee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.simulator.apigee.plane.RunningBundle;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OptionsReaderTest {

  @Test
  void readsACommandLine() {
    // When
    Options options =
        OptionsReader.read(
            "--management-port 7 --proxy-port=8 --organization o --environments a,b --regions r,s"
                .concat(" --environment-type BASE --runtime HYBRID --deployment-delay-ms 50")
                .split(" "));

    // Then
    assertThat(options.managementPort()).isEqualTo(7);
    assertThat(options.proxyPort()).isEqualTo(8);
    assertThat(options.deploymentDelay()).isEqualTo(Duration.ofMillis(50));
    OrganizationSpec organization = options.organizations().get(0);
    assertThat(organization.runtimeType()).isEqualTo(RuntimeType.HYBRID);
    assertThat(organization.environments())
        .extracting(EnvironmentSpec::name)
        .isEqualTo(List.of("a", "b"));
    assertThat(organization.environments())
        .extracting(EnvironmentSpec::type)
        .containsOnly(EnvironmentType.BASE);
    assertThat(organization.instances())
        .extracting(InstanceSpec::location)
        .isEqualTo(List.of("r", "s"));
    assertThat(organization.groups().get(0).hostnames()).containsExactly("api.o.test");
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    // Then
    assertThatThrownBy(() -> OptionsReader.read(new String[] {"--port", "1"}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--port");
    assertThatThrownBy(() -> OptionsReader.read(new String[] {"--proxy-port"}))
        .hasMessageContaining("no value");
    assertThatThrownBy(() -> Options.defaults().withCallsPerMinute(0))
        .hasMessageContaining("callsPerMinute");
    assertThatThrownBy(() -> new GroupSpec("a b", List.of(), List.of()))
        .hasMessageContaining("a b");
  }

  @Test
  void runsWithoutADataPlane() {
    // Given
    var plane = new NoDataPlane();

    // Then
    assertThat(plane.port()).isZero();
    assertThat(plane.faultsOf(new RunningBundle("a", "1", new TreeMap<>()), false)).isEmpty();
  }
}
