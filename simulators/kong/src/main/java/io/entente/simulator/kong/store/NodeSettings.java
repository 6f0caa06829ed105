package io.entente.simulator.kong.store;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Settings of a node that no entity holds.
 *
 * @param trustedIps addresses and blocks whose forwarding headers are believed
 * @param realIpHeader header that carries the address of the client
 * @param realIpRecursive whether the last address that is not trusted decides
 * @param workers number of worker processes, each with its own queues
 * @param workerStateUpdateFrequency how long a change may take until the proxy follows it
 */
public record NodeSettings(
    List<String> trustedIps,
    String realIpHeader,
    boolean realIpRecursive,
    int workers,
    Duration workerStateUpdateFrequency) {

  /** Kong's defaults, but one worker, and changes effective at once. */
  public static final NodeSettings DEFAULT =
      new NodeSettings(List.of(), "X-Real-IP", false, 1, Duration.ZERO);

  public NodeSettings {
    trustedIps = List.copyOf(trustedIps);
    if (realIpHeader.isBlank()) {
      throw new IllegalArgumentException("realIpHeader is blank");
    }
    if (workers < 1) {
      throw new IllegalArgumentException("workers is " + workers + ": at least 1");
    }
    if (workerStateUpdateFrequency.isNegative()) {
      throw new IllegalArgumentException(
          "workerStateUpdateFrequency is negative: " + workerStateUpdateFrequency);
    }
  }

  /**
   * Reads {@code KONG_TRUSTED_IPS}, {@code KONG_REAL_IP_HEADER}, {@code KONG_REAL_IP_RECURSIVE},
   * {@code KONG_NGINX_WORKER_PROCESSES} and {@code KONG_WORKER_STATE_UPDATE_FREQUENCY} (seconds);
   * what is absent is as in {@link #DEFAULT}.
   */
  public static NodeSettings from(Map<String, String> environment) {
    return new NodeSettings(
        Arrays.stream(environment.getOrDefault("KONG_TRUSTED_IPS", "").split(",", -1))
            .map(String::strip)
            .filter(address -> !address.isEmpty())
            .toList(),
        environment.getOrDefault("KONG_REAL_IP_HEADER", DEFAULT.realIpHeader),
        isOn(environment.getOrDefault("KONG_REAL_IP_RECURSIVE", "off")),
        Integer.parseInt(environment.getOrDefault("KONG_NGINX_WORKER_PROCESSES", "1")),
        seconds(environment.getOrDefault("KONG_WORKER_STATE_UPDATE_FREQUENCY", "0")));
  }

  /** The same with other workers. */
  public NodeSettings withWorkers(int count) {
    return new NodeSettings(
        trustedIps, realIpHeader, realIpRecursive, count, workerStateUpdateFrequency);
  }

  /** The same with another delay until changes are effective. */
  public NodeSettings withWorkerStateUpdateFrequency(Duration frequency) {
    return new NodeSettings(trustedIps, realIpHeader, realIpRecursive, workers, frequency);
  }

  private static boolean isOn(String value) {
    return value.equals("on") || value.equals("true");
  }

  private static Duration seconds(String value) {
    return Duration.ofMillis(Math.round(Double.parseDouble(value) * 1000));
  }
}
