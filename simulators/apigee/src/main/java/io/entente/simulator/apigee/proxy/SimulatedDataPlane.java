package io.entente.simulator.apigee.proxy;

import io.entente.simulator.apigee.plane.DataPlane;
import io.entente.simulator.apigee.plane.RequestFacts;
import io.entente.simulator.apigee.plane.RunningBundle;
import io.entente.simulator.apigee.plane.RunningEnvironment;
import io.entente.simulator.apigee.proxy.bundle.BundleReader;
import io.entente.simulator.apigee.proxy.flow.Entrances;
import io.entente.simulator.apigee.proxy.flow.Environment;
import io.entente.simulator.apigee.proxy.limit.Counters;
import io.entente.simulator.apigee.proxy.log.SyslogSinks;
import io.entente.simulator.apigee.proxy.policy.PolicyTypes;
import io.entente.simulator.apigee.proxy.tls.Trust;
import io.entente.simulator.apigee.proxy.token.KeySets;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A message processor with its listener. Any thread. */
public final class SimulatedDataPlane implements DataPlane {

  private static final String HOST = "apigee-simulator";

  private final SyslogSinks logs;
  private final BundleReader bundles;
  private final Environments compiler;
  private final ProxyListener listener;
  private final Map<List<String>, Environment> environments = new LinkedHashMap<>();
  private volatile Entrances entrances = new Entrances(List.of());

  /**
   * Starts listening on 127.0.0.1.
   *
   * @param port 0 for any free one
   * @param ids of messages
   * @param trust for syslog servers with TLS
   */
  public SimulatedDataPlane(
      int port, RequestFacts facts, Clock clock, Supplier<String> ids, Trust trust)
      throws IOException {
    this(port, facts, clock, ids, trust, KeySets.overHttp());
  }

  /**
   * Starts listening on 127.0.0.1.
   *
   * @param published key sets by address
   */
  public SimulatedDataPlane(
      int port,
      RequestFacts facts,
      Clock clock,
      Supplier<String> ids,
      Trust trust,
      KeySets published)
      throws IOException {
    this.logs = new SyslogSinks(trust, HOST);
    this.bundles = new BundleReader(new PolicyTypes(new Counters(), logs, published));
    this.compiler = new Environments(bundles);
    this.listener =
        new ProxyListener(port, new MessageProcessor(facts, clock, ids, () -> entrances));
  }

  @Override
  public List<String> faultsOf(RunningBundle bundle, boolean sharedFlow) {
    return sharedFlow ? bundles.sharedFlow(bundle).faults() : bundles.proxy(bundle).faults();
  }

  @Override
  public synchronized void run(RunningEnvironment environment) {
    environments.put(
        List.of(environment.organization(), environment.environment()),
        compiler.compile(environment));
    entrances = new Entrances(List.copyOf(environments.values()));
  }

  @Override
  public int port() {
    return listener.port();
  }

  /** Log lines that no syslog server took. */
  public long lostLogLines() {
    return logs.lost();
  }

  @Override
  public void close() {
    listener.close();
    logs.close();
  }
}
