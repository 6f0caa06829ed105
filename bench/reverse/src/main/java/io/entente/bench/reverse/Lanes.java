package io.entente.bench.reverse;

import io.entente.translator.apigee.BoundReverseTest;
import io.entente.translator.apigee.MadeReverseTest;
import io.entente.translator.envoy.EnvoyReverseTest;
import io.entente.translator.kong.EnterpriseReverseTest;
import io.entente.translator.kong.OwnServiceReverseTest;
import io.entente.translator.kong.ReverseContractTest;
import io.entente.translator.testkit.ReverseContract;
import java.util.Map;
import java.util.TreeMap;

/** The kinds of places in which each vendor's translation is read back. */
final class Lanes {

  private Lanes() {}

  static Map<String, ReverseContract> of(String vendor) {
    return switch (vendor) {
      case "kong" ->
          new TreeMap<>(
              Map.of(
                  "kong.oss",
                  new ReverseContractTest(),
                  "kong.enterprise",
                  new EnterpriseReverseTest(),
                  "kong.ownService",
                  new OwnServiceReverseTest()));
      case "envoy" -> Map.of("envoy", new EnvoyReverseTest());
      case "apigee" ->
          new TreeMap<>(
              Map.of("apigee.bound", new BoundReverseTest(), "apigee.made", new MadeReverseTest()));
      default -> throw new IllegalArgumentException("no vendor " + vendor);
    };
  }
}
