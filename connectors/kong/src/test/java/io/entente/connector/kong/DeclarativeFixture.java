package io.entente.connector.kong;

import static io.entente.connector.kong.Entities.id;
import static io.entente.connector.kong.Entities.json;

import io.entente.connector.spi.Connector;
import io.entente.connector.testkit.ConnectorFixture;
import io.entente.model.dialect.Dialect;
import io.entente.model.nativeobject.Claim;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.simulator.kong.Database;
import io.entente.simulator.kong.fault.Effect;
import io.entente.simulator.kong.fault.Fault;
import io.entente.simulator.kong.fault.Trigger;
import io.entente.simulator.kong.fault.Trigger.On;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Twenty plugins of ours in a document of others, which holds credentials. */
final class DeclarativeFixture implements ConnectorFixture {

  private static final int ROUTES = 100;
  private static final int PLUGINS = 200;
  private static final ObjectKey DOCUMENT = KongInventoryReader.DOCUMENT;

  private final SimulatedKong kong = new SimulatedKong(Database.OFF);
  private final Dialect dialect;
  private final SortedMap<ObjectKey, NativeObject> foreign;

  DeclarativeFixture() {
    var routes = new ArrayList<Node>();
    for (int i = 0; i < 30; i++) {
      routes.add(
          json(
              "{'id':'%s','name':'route-%d','paths':['/r%d'],'service':'%s'}"
                  .formatted(id(ROUTES + i), i, i, id(1))));
    }
    var document =
        json(
            ("{'_format_version':'3.0','services':[{'id':'%1$s','name':'orders',"
                    + "'url':'http://127.0.0.1:9001'}],"
                    + "'consumers':[{'id':'%2$s','username':'alice'}],"
                    + "'keyauth_credentials':[{'id':'%3$s','key':'alice-key','consumer':'%2$s'}],"
                    + "'plugins':[{'id':'%4$s','name':'key-auth','service':'%1$s'}]}")
                .formatted(id(1), id(2), id(3), id(4)));
    kong.load(document.with("routes", Node.arr(routes)));
    dialect = kong.dialect();
    foreign = Reads.snapshot(kong.connector()).objects();
  }

  @Override
  public Dialect dialect() {
    return dialect;
  }

  @Override
  public Connector connector() {
    return kong.connector();
  }

  @Override
  public SortedMap<ObjectKey, NativeObject> foreign() {
    return foreign;
  }

  @Override
  public SortedMap<ObjectKey, NativeObject> desired(Version version) {
    boolean first = version == Version.FIRST;
    var plugins = new ArrayList<Node>();
    var claims = new HashSet<Claim>();
    for (int i = first ? 0 : 10; i < (first ? 20 : 30); i++) {
      plugins.add(
          Entities.limit(PLUGINS + i, ROUTES + i, first ? 5 : 7)
              .with("route", Node.text(id(ROUTES + i))));
      claims.add(new Claim.Element(NodePath.of("plugins"), "id", id(PLUGINS + i), Entities.SOURCE));
    }
    var content = new Content.Tree(Node.obj(Map.of("plugins", Node.arr(plugins))));
    return new TreeMap<>(Map.of(DOCUMENT, new NativeObject(DOCUMENT, content, claims)));
  }

  @Override
  public void editOurs(ObjectKey key) {
    edit(
        "plugins",
        item ->
            id(PLUGINS + 15).equals(Trees.text(item, "id").orElse(""))
                ? item.with("config", json("{'minute':99,'policy':'local'}"))
                : item);
  }

  @Override
  public void editForeign() {
    edit("services", item -> item.with("read_timeout", Node.number(1234)));
  }

  private void edit(String list, UnaryOperator<Node.Obj> change) {
    Node.Obj document = kong.document();
    List<Node> items =
        Trees.items(document.field(list)).stream()
            .map(item -> (Node) change.apply((Node.Obj) item))
            .toList();
    kong.load(document.with(list, Node.arr(items)));
  }

  /**
   * Who the node is stays readable, else no plan could be asked for: two reads that describe it,
   * then the document, tried five times; then the same again.
   */
  @Override
  public void failReads() {
    var failure = new Effect.ServerError(503);
    kong.faults(
        new Fault(failure, new Trigger(On.READS, 3, 5, 1, 0, 0)),
        new Fault(failure, new Trigger(On.READS, 12, 5, 1, 0, 0)));
  }

  @Override
  public void loseNextAnswer() {
    kong.faults(new Fault(new Effect.LoseAnswer(), Trigger.nth(On.WRITES, 1)));
  }

  @Override
  public long writes() {
    return kong.writes();
  }

  @Override
  public void close() {
    kong.close();
  }
}
