package io.entente.simulator.apigee.proxy;

import io.entente.simulator.apigee.plane.RunningBundle;
import io.entente.simulator.apigee.plane.RunningEnvironment;
import io.entente.simulator.apigee.proxy.bundle.ApiProxy;
import io.entente.simulator.apigee.proxy.bundle.BundleReader;
import io.entente.simulator.apigee.proxy.bundle.SharedFlow;
import io.entente.simulator.apigee.proxy.flow.Environment;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

/**
 * Makes environments ready to run; bundles that cannot run are left out. What was read once is kept
 * as long as somebody holds the bundle. One thread at a time.
 */
final class Environments {

  private final BundleReader reader;
  private final Map<RunningBundle, Optional<ApiProxy>> proxies = new WeakHashMap<>();
  private final Map<RunningBundle, Optional<SharedFlow>> sharedFlows = new WeakHashMap<>();

  Environments(BundleReader reader) {
    this.reader = reader;
  }

  Environment compile(RunningEnvironment running) {
    var flows = new HashMap<String, SharedFlow>();
    for (RunningBundle bundle : running.sharedFlows()) {
      sharedFlows
          .computeIfAbsent(bundle, b -> reader.sharedFlow(b).content())
          .ifPresent(flow -> flows.put(bundle.name(), flow));
    }
    var ready =
        running.proxies().stream()
            .flatMap(b -> proxies.computeIfAbsent(b, p -> reader.proxy(p).content()).stream())
            .toList();
    return new Environment(running, ready, flows);
  }
}
