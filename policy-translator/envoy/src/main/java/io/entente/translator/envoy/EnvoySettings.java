package io.entente.translator.envoy;

import io.entente.model.estate.GatewayProfile;
import io.entente.model.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What the operator of an Envoy gateway set, with our own defaults written out.
 *
 * @param address the listener binds to it; {@code listener.address}, default 127.0.0.1
 * @param port the listener's port; {@code listener.port}, no default
 * @param trustedHops proxies before Envoy; {@code listener.trustedHops}, default 0
 * @param maxKeys keys a rate limit tells apart; {@code rateLimit.maxKeys}, default 10000
 * @param trustedCertificates file on the nodes with the authorities that hosts of keys are trusted
 *     by; {@code jwks.trustedCertificates}, default that of Debian
 */
record EnvoySettings(
    String address, int port, int trustedHops, int maxKeys, String trustedCertificates) {

  static EnvoySettings read(GatewayProfile profile, List<Problem> problems) {
    if (!profile.settings().containsKey("listener.port")) {
      problems.add(
          Problem.user(
              "LISTENER_PORT_MISSING",
              "The gateway has no listener port, so Envoy cannot be told where to listen",
              "spec.listener.port",
              "Write spec.listener.port of the gateway document."));
    }
    return new EnvoySettings(
        profile.settings().getOrDefault("listener.address", "127.0.0.1"),
        number(profile, "listener.port", 1, 65535, 1, problems),
        number(profile, "listener.trustedHops", 0, 32, 0, problems),
        number(profile, "rateLimit.maxKeys", 1, 10_000_000, 10_000, problems),
        profile
            .settings()
            .getOrDefault("jwks.trustedCertificates", "/etc/ssl/certs/ca-certificates.crt"));
  }

  private static int number(
      GatewayProfile profile, String name, int least, int most, int otherwise, List<Problem> out) {
    String text = profile.settings().get(name);
    if (text == null) {
      return otherwise;
    }
    Optional<Integer> number = parse(text).filter(n -> n >= least && n <= most);
    if (number.isEmpty()) {
      out.add(
          Problem.user(
              "GATEWAY_SETTING_INVALID",
              "Setting " + name + " is not a whole number in " + least + ".." + most,
              "spec." + name,
              text,
              "Write a number in " + least + ".." + most + "."));
    }
    return number.orElse(otherwise);
  }

  private static Optional<Integer> parse(String text) {
    try {
      return Optional.of(Integer.parseInt(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
