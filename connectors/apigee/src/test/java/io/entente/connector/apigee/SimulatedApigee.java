package io.entente.connector.apigee;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.connector.testkit.TestSecrets;
import io.entente.json.JsonTree;
import io.entente.json.TreeLimits;
import io.entente.model.nativeobject.Blob;
import io.entente.model.tree.Node;
import io.entente.model.tree.SecretRef;
import io.entente.simulator.apigee.ApigeeSimulator;
import io.entente.simulator.apigee.Options;
import io.entente.simulator.apigee.api.ImportedBundles;
import io.entente.simulator.apigee.fault.Effect;
import io.entente.simulator.apigee.fault.Fault;
import io.entente.simulator.apigee.fault.Match;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A simulated Apigee with a connector to it, and a second hand that edits behind its back. */
final class SimulatedApigee implements AutoCloseable {

  static final String ORGANIZATION = "acme";
  static final String ENVIRONMENT = "test";
  static final String CREDENTIAL = "entente:credential/edge";
  static final Patience QUICK =
      new Patience(Duration.ofMillis(5), Duration.ofSeconds(20), Duration.ofSeconds(20));

  private static final List<String> WRITES = List.of("POST", "PUT", "DELETE");

  private final ApigeeSimulator simulator;
  private final ApigeeConfig config;
  private final ApigeeClient hand;
  private final TestSecrets secrets = new TestSecrets();
  private final TestBlobs blobs = new TestBlobs();
  private final ApigeeConnector connector;
  private final Map<String, Integer> deleted = new HashMap<>();
  private long counted;
  private long byHand;

  /** An edit by hand. */
  @FunctionalInterface
  interface Edit<T> {
    T run(ApigeeClient hand) throws ApigeeFailure;
  }

  SimulatedApigee() {
    this(Options.defaults().withCallsPerMinute(100_000_000), new TreeMap<>());
  }

  SimulatedApigee(Options options, SortedMap<String, String> settings) {
    try {
      simulator = ApigeeSimulator.start(options);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    secrets.put(CREDENTIAL, simulator.credential());
    config = config(settings);
    hand = new ApigeeClient(config, secrets);
    connector = connector(config);
    faults();
  }

  ApigeeConfig config(SortedMap<String, String> settings) {
    return new ApigeeConfig(
        ORGANIZATION,
        ENVIRONMENT,
        URI.create(simulator.endpoint()),
        Optional.of(new SecretRef(CREDENTIAL)),
        Duration.ofSeconds(20),
        100_000,
        settings);
  }

  ApigeeConnector connector(ApigeeConfig other) {
    return connector(other, QUICK);
  }

  ApigeeConnector connector(ApigeeConfig other, Patience patience) {
    return new ApigeeConnector(
        Reads.GATEWAY, other, secrets, blobs, List.of(), InstantSource.system(), patience);
  }

  ApigeeConfig config() {
    return config;
  }

  ApigeeConnector connector() {
    return connector;
  }

  ApigeeSimulator simulator() {
    return simulator;
  }

  TestSecrets secrets() {
    return secrets;
  }

  TestBlobs blobs() {
    return blobs;
  }

  /** Does something as somebody else would; its writes do not count. */
  <T> T byHand(Edit<T> edit) {
    long before = struck();
    try {
      return edit.run(hand);
    } catch (ApigeeFailure e) {
      throw new IllegalStateException(e.problem().toString(), e);
    } finally {
      byHand += struck() - before;
    }
  }

  /** A new revision of a proxy, deployed. */
  String deployProxy(String name, SortedMap<String, Blob> files) {
    return byHand(api -> deploy(api.proxies(), name, files));
  }

  /** A new revision of a shared flow, deployed. */
  String deployFlow(String name, SortedMap<String, Blob> files) {
    return byHand(api -> deploy(api.sharedFlows(), name, files));
  }

  /** Undeploys and deletes a shared flow. */
  void deleteFlow(String name) {
    byHand(
        api -> {
          api.sharedFlows()
              .undeploy(name, api.sharedFlows().deployed(name).orElseThrow().revision());
          api.sharedFlows().delete(name);
          return name;
        });
    deleted.put(name, simulator.imported().all().size());
  }

  /** The last import of a shared flow that is still there. */
  Optional<ImportedBundles.Entry> imported(String name) {
    return simulator.imported().all().stream()
        .skip(deleted.getOrDefault(name, 0))
        .filter(entry -> entry.name().equals(name))
        .reduce((older, newer) -> newer);
  }

  void attach(String point, String json) {
    byHand(
        api -> {
          api.environment().attach(point, JsonTree.read(json, TreeLimits.DOCUMENT));
          return point;
        });
  }

  Node hook(String point) {
    return byHand(api -> api.environment().hook(point));
  }

  /** The files that the environment runs, as Apigee has them. */
  SortedMap<String, Blob> deployed(BundleKind kind, String name) {
    return byHand(
        api -> {
          var calls = kind == BundleKind.PROXY ? api.proxies() : api.sharedFlows();
          String revision = calls.deployed(name).orElseThrow().revision();
          return SafeUnzip.open(calls.archive(name, revision), kind.folder());
        });
  }

  /** Sends a body to a path below the organisation. */
  Node post(String path, String json) {
    var segments = new ArrayList<>(List.of("organizations", ORGANIZATION));
    segments.addAll(List.of(path.split("/")));
    return byHand(
        api ->
            new ManagementApi(config, secrets)
                .json(Call.post(segments, new TreeMap<>(), Optional.of(Call.json(json)))));
  }

  /** Replaces all faults. */
  void faults(Fault... faults) {
    counted += struck();
    simulator.faults().clear();
    for (String method : WRITES) {
      simulator.faults().add(Fault.always(new Match(method, "/v1/**"), new Effect.Slow(0)));
    }
    for (Fault fault : faults) {
      simulator.faults().add(fault);
    }
  }

  /** Writes Apigee has seen except those by hand. */
  long writes() {
    return counted + struck() - byHand;
  }

  /** Since faults were set. */
  Map<String, Integer> writesByMethod() {
    var counts = new TreeMap<String, Integer>();
    for (int i = 0; i < WRITES.size(); i++) {
      counts.put(WRITES.get(i), simulator.faults().struck().get(i));
    }
    return counts;
  }

  private long struck() {
    return simulator.faults().struck().stream().limit(WRITES.size()).mapToLong(n -> n).sum();
  }

  private static String deploy(BundleCalls calls, String name, SortedMap<String, Blob> files)
      throws ApigeeFailure {
    String revision = calls.create(name, DeterministicZip.of(files));
    calls.deploy(name, revision, Optional.empty());
    return revision;
  }

  @Override
  public void close() {
    // Whatever a test was about: nothing we sent, and nothing that was answered, is against the
    // published description of the API.
    var traffic = simulator.traffic();
    Conversation.CHECKED.add(traffic.requests(), traffic.answers());
    assertThat(traffic.breaches()).isEmpty();
    connector.close();
    simulator.close();
  }
}
