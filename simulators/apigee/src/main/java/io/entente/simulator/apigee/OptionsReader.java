package io.entente.simulator.apigee;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Options from a command line. */
final class OptionsReader {

  static final String USAGE =
      """
      apigee-simulator [--management-port N] [--proxy-port N] [--organization acme]
                       [--environments test,prod] [--environment-type COMPREHENSIVE]
                       [--runtime CLOUD|HYBRID] [--hostnames api.acme.test] [--regions europe-west1]
                       [--deployment-delay-ms 0] [--analytics-delay-ms 0]
                       [--calls-per-minute 6000] [--analytics-calls-per-minute 100]
                       [--token-seconds 3600]
      A port that is not given is any free one. One instance a region, all attached to all
      environments; one environment group, default, with the host names.
      """;

  private static final List<String> NAMES =
      List.of(
          "management-port",
          "proxy-port",
          "organization",
          "environments",
          "environment-type",
          "runtime",
          "hostnames",
          "regions",
          "deployment-delay-ms",
          "analytics-delay-ms",
          "calls-per-minute",
          "analytics-calls-per-minute",
          "token-seconds");

  private final Map<String, String> words;

  private OptionsReader(Map<String, String> words) {
    this.words = words;
  }

  /**
   * Reads a command line.
   *
   * @throws IllegalArgumentException naming what is wrong
   */
  static Options read(String[] arguments) {
    Map<String, String> words = CommandLine.read(arguments);
    for (String name : words.keySet()) {
      if (!NAMES.contains(name)) {
        throw new IllegalArgumentException("'--" + name + "' is unknown");
      }
    }
    return new OptionsReader(words).options();
  }

  private Options options() {
    return Options.defaults()
        .withPorts(number("management-port", 0), number("proxy-port", 0))
        .withOrganizations(organization())
        .withDelays(
            Duration.ofMillis(number("deployment-delay-ms", 0)),
            Duration.ofMillis(number("analytics-delay-ms", 0)))
        .withCallsPerMinute(number("calls-per-minute", 6000))
        .withAnalyticsCallsPerMinute(number("analytics-calls-per-minute", 100))
        .withTokenLife(Duration.ofSeconds(number("token-seconds", 3600)));
  }

  private OrganizationSpec organization() {
    String name = text("organization", "acme");
    List<String> environments = list("environments", "test");
    EnvironmentType type = EnvironmentType.valueOf(text("environment-type", "COMPREHENSIVE"));
    List<String> regions = list("regions", "europe-west1");
    return new OrganizationSpec(
        name,
        RuntimeType.valueOf(text("runtime", "CLOUD")),
        environments.stream()
            .map(environment -> new EnvironmentSpec(environment, type, true))
            .toList(),
        List.of(new GroupSpec("default", list("hostnames", "api." + name + ".test"), environments)),
        regions.stream()
            .map(region -> new InstanceSpec("instance-" + region, region, environments))
            .toList());
  }

  private String text(String name, String otherwise) {
    return words.getOrDefault(name, otherwise);
  }

  private List<String> list(String name, String otherwise) {
    return Arrays.asList(text(name, otherwise).split(","));
  }

  private int number(String name, int otherwise) {
    return Integer.parseInt(text(name, Integer.toString(otherwise)));
  }
}
