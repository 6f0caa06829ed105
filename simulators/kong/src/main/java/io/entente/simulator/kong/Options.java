package io.entente.simulator.kong;

import io.entente.simulator.kong.store.NodeSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How a simulated node starts. A port of 0 is any free one.
 *
 * @param declarativeConfig loaded at the start of a node without a database
 * @param proxy starts the proxy; empty: the one {@link java.util.ServiceLoader} finds, or none
 */
public record Options(
    int adminPort,
    int statusPort,
    int proxyPort,
    int controlPort,
    Database database,
    Optional<Path> declarativeConfig,
    NodeSettings settings,
    Generator generator,
    Optional<ProxyFactory> proxy) {

  /** Free ports, a database, one worker, changes effective at once. */
  public static Options defaults() {
    return new Options(
        0,
        0,
        0,
        0,
        Database.POSTGRES,
        Optional.empty(),
        NodeSettings.DEFAULT,
        Generator.SYSTEM,
        Optional.empty());
  }

  /**
   * Reads a command line: {@code --admin-port --status-port --proxy-port --control-port
   * --database=postgres|off --declarative-config FILE --workers N --settle-seconds S}, each as
   * {@code --name value} or {@code --name=value}; the environment sets what {@link
   * NodeSettings#from} reads.
   */
  public static Options read(String[] arguments, java.util.Map<String, String> environment) {
    Options options = defaults().withSettings(NodeSettings.from(environment));
    var words = CommandLine.read(arguments);
    for (var word : words.entrySet()) {
      options = options.with(word.getKey(), word.getValue());
    }
    return options;
  }

  public Options withDatabase(Database other) {
    return new Options(
        adminPort,
        statusPort,
        proxyPort,
        controlPort,
        other,
        declarativeConfig,
        settings,
        generator,
        proxy);
  }

  public Options withDeclarativeConfig(Path file) {
    return new Options(
        adminPort,
        statusPort,
        proxyPort,
        controlPort,
        database,
        Optional.of(file),
        settings,
        generator,
        proxy);
  }

  public Options withSettings(NodeSettings other) {
    return new Options(
        adminPort,
        statusPort,
        proxyPort,
        controlPort,
        database,
        declarativeConfig,
        other,
        generator,
        proxy);
  }

  public Options withGenerator(Generator other) {
    return new Options(
        adminPort,
        statusPort,
        proxyPort,
        controlPort,
        database,
        declarativeConfig,
        settings,
        other,
        proxy);
  }

  public Options withProxy(ProxyFactory factory) {
    return new Options(
        adminPort,
        statusPort,
        proxyPort,
        controlPort,
        database,
        declarativeConfig,
        settings,
        generator,
        Optional.of(factory));
  }

  private Options withPorts(int admin, int status, int data, int control) {
    return new Options(
        admin, status, data, control, database, declarativeConfig, settings, generator, proxy);
  }

  private Options with(String name, String value) {
    return switch (name) {
      case "admin-port" -> withPorts(Integer.parseInt(value), statusPort, proxyPort, controlPort);
      case "status-port" -> withPorts(adminPort, Integer.parseInt(value), proxyPort, controlPort);
      case "proxy-port" -> withPorts(adminPort, statusPort, Integer.parseInt(value), controlPort);
      case "control-port" -> withPorts(adminPort, statusPort, proxyPort, Integer.parseInt(value));
      case "database" -> withDatabase(Database.of(value));
      case "declarative-config" -> withDeclarativeConfig(Path.of(value));
      case "workers" -> withSettings(settings.withWorkers(Integer.parseInt(value)));
      case "settle-seconds" ->
          withSettings(
              settings.withWorkerStateUpdateFrequency(
                  Duration.ofMillis(Math.round(Double.parseDouble(value) * 1000))));
      default -> throw new IllegalArgumentException("--" + name + " is unknown");
    };
  }
}
