package io.entente.simulator.apigee.harness;

import io.entente.simulator.apigee.plane.DataPlane;
import io.entente.simulator.apigee.plane.DataPlaneFactory;
import io.entente.simulator.apigee.plane.RequestFact;
import io.entente.simulator.apigee.plane.RequestFacts;
import io.entente.simulator.apigee.plane.RunningBundle;
import io.entente.simulator.apigee.plane.RunningEnvironment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A data plane that remembers what it was told; bundles with a file {@code broken} cannot run. */
public final class FakePlane implements DataPlane, DataPlaneFactory {

  private final Map<String, RunningEnvironment> running = new ConcurrentHashMap<>();
  private volatile RequestFacts facts = fact -> {};
  private volatile boolean isClosed;

  @Override
  public DataPlane start(int port, RequestFacts target) {
    facts = target;
    return this;
  }

  /** Pretends that a request was served. */
  public void serve(RequestFact fact) {
    facts.count(fact);
  }

  /** What runs in an environment. */
  public Optional<RunningEnvironment> running(String environment) {
    return Optional.ofNullable(running.get(environment));
  }

  /** {@code name@revision} of what runs. */
  public List<String> proxies(String environment) {
    return running(environment).stream()
        .flatMap(all -> all.proxies().stream())
        .map(bundle -> bundle.name() + "@" + bundle.revision())
        .toList();
  }

  public boolean isClosed() {
    return isClosed;
  }

  @Override
  public List<String> faultsOf(RunningBundle bundle, boolean sharedFlow) {
    return bundle.files().keySet().stream()
        .filter(path -> path.endsWith("/broken.js"))
        .map(path -> path + " cannot be compiled")
        .toList();
  }

  @Override
  public void run(RunningEnvironment environment) {
    running.put(environment.environment(), environment);
  }

  @Override
  public int port() {
    return 1;
  }

  @Override
  public void close() {
    isClosed = true;
  }
}
