package io.entente.simulator.apigee.proxy;

import static org.awaitility.Awaitility.await;

import io.entente.simulator.apigee.plane.HookPoint;
import io.entente.simulator.apigee.plane.RequestFact;
import io.entente.simulator.apigee.plane.RunningBundle;
import io.entente.simulator.apigee.plane.RunningEnvironment;
import io.entente.simulator.apigee.plane.RunningHook;
import io.entente.simulator.apigee.plane.RunningKey;
import io.entente.simulator.apigee.plane.RunningTarget;
import io.entente.simulator.apigee.proxy.tls.Trust;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A data plane with a target, a clock and a list of what was counted. */
final class Lab implements AutoCloseable {

  final Backend backend = new Backend();
  final SetClock clock = new SetClock();
  final List<RequestFact> facts = new CopyOnWriteArrayList<>();
  final SimulatedDataPlane plane;
  private final AtomicInteger ids = new AtomicInteger();
  private final Map<String, RunningBundle> proxies = new LinkedHashMap<>();
  private final Map<String, RunningBundle> sharedFlows = new LinkedHashMap<>();
  private final Map<HookPoint, RunningHook> hooks = new EnumMap<>(HookPoint.class);
  private List<RunningTarget> targets = List.of();
  private List<String> hostnames = List.of();
  private List<RunningKey> keys = List.of();

  /** Key sets by address. */
  final Map<String, String> published = new ConcurrentHashMap<>();

  Lab() {
    this(Trust.ofRuntime());
  }

  Lab(Trust trust) {
    try {
      plane =
          new SimulatedDataPlane(
              0,
              facts::add,
              clock,
              () -> "id-" + ids.incrementAndGet(),
              trust,
              address -> published.getOrDefault(address, "nobody is here"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A proxy at /p with steps in the request PreFlow. */
  Lab simple(String preFlowSteps, String... policies) {
    var text =
        BundleText.proxy(
            "p",
            "/p",
            BundleText.requestSide("PreFlow", preFlowSteps),
            BundleText.http(backend.url()));
    List.of(policies).forEach(text::policy);
    return proxy(text);
  }

  Lab proxy(BundleText text) {
    RunningBundle bundle = text.build();
    if (!plane.faultsOf(bundle, false).isEmpty()) {
      throw new IllegalArgumentException(plane.faultsOf(bundle, false).toString());
    }
    proxies.put(bundle.name(), bundle);
    return run();
  }

  Lab sharedFlow(BundleText text) {
    RunningBundle bundle = text.build();
    if (!plane.faultsOf(bundle, true).isEmpty()) {
      throw new IllegalArgumentException(plane.faultsOf(bundle, true).toString());
    }
    sharedFlows.put(bundle.name(), bundle);
    return run();
  }

  Lab hook(HookPoint point, String sharedFlow, boolean continueOnError) {
    hooks.put(point, new RunningHook(sharedFlow, continueOnError));
    return run();
  }

  Lab targets(RunningTarget... servers) {
    targets = List.of(servers);
    return run();
  }

  Lab keys(RunningKey... apps) {
    keys = List.of(apps);
    return run();
  }

  Lab hostnames(String... names) {
    hostnames = List.of(names);
    return run();
  }

  Lab run() {
    plane.run(environment());
    return this;
  }

  RunningEnvironment environment() {
    return new RunningEnvironment(
        "acme",
        "test",
        hostnames,
        List.copyOf(proxies.values()),
        List.copyOf(sharedFlows.values()),
        hooks,
        targets,
        keys);
  }

  Client client() {
    return new Client(plane.port());
  }

  /** The first request that was counted; counting follows the answer. */
  RequestFact fact() {
    await().until(() -> !facts.isEmpty());
    return facts.get(0);
  }

  /** One GET on a connection of its own. */
  Client.Answer get(String path, String... headers) {
    try (Client client = client()) {
      return client.send("GET", path, "", headers);
    }
  }

  @Override
  public void close() {
    plane.close();
    backend.close();
  }
}
