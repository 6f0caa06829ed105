package io.entente.connector.kong;

import io.entente.connector.testkit.TestSecrets;
import io.entente.model.dialect.Dialect;
import io.entente.model.tree.Node;
import io.entente.simulator.kong.Database;
import io.entente.simulator.kong.KongNode;
import io.entente.simulator.kong.KongSimulator;
import io.entente.simulator.kong.Options;
import io.entente.simulator.kong.fault.Effect;
import io.entente.simulator.kong.fault.Fault;
import io.entente.simulator.kong.fault.Trigger;
import io.entente.simulator.kong.fault.Trigger.On;
import io.entente.translator.kong.dialect.KongDialect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A simulated Kong with a connector to it, and a second hand that edits behind its back. */
final class SimulatedKong implements AutoCloseable {

  private final KongNode node;
  private final AdminApi hand;
  private final TestSecrets secrets = new TestSecrets();
  private final KongConnector connector;
  private long counted;
  private long byHand;

  SimulatedKong(Database database) {
    this(database, new TreeMap<>(Map.of()));
  }

  SimulatedKong(Database database, TreeMap<String, String> settings) {
    try {
      node = KongSimulator.start(Options.defaults().withDatabase(database));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var config =
        new KongConfig(
            URI.create("http://127.0.0.1:" + node.adminPort()),
            Optional.of(URI.create("http://127.0.0.1:" + node.statusPort())),
            1,
            Duration.ofSeconds(20),
            8,
            100_000,
            settings);
    hand = new AdminApi(config, new TestSecrets());
    connector = new KongConnector(Reads.GATEWAY, config, secrets);
    faults();
  }

  URI admin() {
    return URI.create("http://127.0.0.1:" + node.adminPort());
  }

  KongConnector connector() {
    return connector;
  }

  KongNode node() {
    return node;
  }

  TestSecrets secrets() {
    return secrets;
  }

  Dialect dialect() {
    return new KongDialect(connector.describe().schema());
  }

  /** Puts an entity by hand. */
  void put(String collection, String id, Node body) {
    byHand(() -> hand.entities().putEntity(collection, id, body));
  }

  /** Changes fields of an entity by hand. */
  void patch(String collection, String id, Node fields) {
    byHand(() -> hand.entities().patchEntity(collection, id, fields));
  }

  void delete(String collection, String id) {
    byHand(
        () -> {
          hand.entities().deleteEntity(collection, id);
          return true;
        });
  }

  /** Loads a document by hand. */
  void load(Node document) {
    byHand(() -> hand.declarative().postConfig(document, 1));
  }

  /** The document of the node with its secrets. */
  Node.Obj document() {
    try {
      return new LoadedDocument(hand, secrets, connector.describe().schema()).get().raw();
    } catch (AdminFailure e) {
      throw new IllegalStateException(e);
    }
  }

  /** The entity with its secrets. */
  Node entity(String collection, String id) {
    try {
      return hand.read("get", () -> hand.entities().getEntity(collection, id));
    } catch (AdminFailure e) {
      throw new IllegalStateException(e);
    }
  }

  /** Replaces all faults. */
  void faults(Fault... faults) {
    counted += node.faults().struck().stream().findFirst().orElse(0);
    var all = new ArrayList<Fault>();
    all.add(new Fault(new Effect.Delay(0), Trigger.every(On.WRITES)));
    all.addAll(List.of(faults));
    node.faults().set(all);
  }

  /** Writes the node has seen except those by hand. */
  long writes() {
    return counted + node.faults().struck().get(0) - byHand;
  }

  private <T> void byHand(AdminApi.Call<T> call) {
    try {
      hand.write("by hand", call);
      byHand++;
    } catch (AdminFailure e) {
      throw new IllegalStateException(e.problem().toString(), e);
    }
  }

  @Override
  public void close() {
    connector.close();
    node.close();
  }
}
