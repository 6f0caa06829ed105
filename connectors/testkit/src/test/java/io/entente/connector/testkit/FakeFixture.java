package io.entente.connector.testkit;

import io.entente.connector.spi.Connector;
import io.entente.model.claim.ClaimScope;
import io.entente.model.dialect.Dialect;
import io.entente.model.identity.ApiName;
import io.entente.model.nativeobject.Claim;
import io.entente.model.nativeobject.ClaimSource;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.model.tree.Scalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Thirty entities of ours, one shared list, one wholly foreign object. */
final class FakeFixture implements ConnectorFixture {

  private static final Set<ClaimSource> SOURCE =
      Set.of(new ClaimSource.OfApi(new ApiName("orders"), 1));
  private static final ObjectKey SHARED = new ObjectKey("table", "shared");
  private static final NodePath ROWS = NodePath.of("rows");

  private final FakeGateway gateway = new FakeGateway();
  private final Connector connector;

  FakeFixture(FakeFault fault) {
    connector = new FakeConnector(gateway, fault);
    foreign().values().forEach(object -> gateway.edit(object.key(), object.content()));
  }

  @Override
  public Dialect dialect() {
    return new FakeDialect();
  }

  @Override
  public Connector connector() {
    return connector;
  }

  @Override
  public SortedMap<ObjectKey, NativeObject> foreign() {
    var objects = new TreeMap<ObjectKey, NativeObject>();
    var alone = new ObjectKey("entity", "theirs");
    objects.put(alone, NativeObject.foreign(alone, tree(Map.of("size", Node.number(1)))));
    objects.put(
        SHARED,
        NativeObject.foreign(
            SHARED,
            tree(
                Map.of(
                    "rows",
                    Node.arr(List.of(row("x", 1), row("y", 2))),
                    "owner",
                    Node.text("ops")))));
    return objects;
  }

  @Override
  public SortedMap<ObjectKey, NativeObject> desired(Version version) {
    boolean first = version == Version.FIRST;
    var objects = new TreeMap<ObjectKey, NativeObject>();
    for (int i = first ? 0 : 10; i < (first ? 30 : 40); i++) {
      var key = new ObjectKey("entity", "e%02d".formatted(i));
      objects.put(
          key,
          new NativeObject(
              key,
              tree(Map.of("size", Node.number(first ? i : i + 100))),
              Set.of(new Claim.Whole(SOURCE))));
    }
    objects.put(SHARED, first ? rows(row("a", 1), row("b", 2)) : rows(row("a", 5), row("c", 3)));
    return objects;
  }

  @Override
  public void editOurs(ObjectKey key) {
    Node.Obj root = (Node.Obj) ((Content.Tree) gateway.get(key).orElseThrow()).root();
    if (!key.equals(SHARED)) {
      gateway.edit(key, new Content.Tree(root.with("size", Node.number(999))));
      return;
    }
    var items = new ArrayList<>(((Node.Arr) root.fields().get("rows")).items());
    items.replaceAll(item -> item.equals(row("a", 1)) ? row("a", 999) : item);
    gateway.edit(key, new Content.Tree(root.with("rows", Node.arr(items))));
  }

  @Override
  public void editForeign() {
    Node.Obj root = (Node.Obj) ((Content.Tree) gateway.get(SHARED).orElseThrow()).root();
    gateway.edit(SHARED, new Content.Tree(root.with("owner", Node.text("somebody"))));
  }

  @Override
  public void failReads() {
    gateway.failReads();
  }

  @Override
  public void loseNextAnswer() {
    gateway.loseNextAnswer();
  }

  @Override
  public long writes() {
    return gateway.writes();
  }

  @Override
  public void close() {
    connector.close();
  }

  /** What a connector writes that does not know of others. */
  static Content onlyOurs(NativeObject after) {
    if (after.wholeClaimed()) {
      return after.content();
    }
    var rows = new ArrayList<Node>();
    ClaimScope.inside(Optional.of(after.content()), after.claims())
        .values()
        .values()
        .forEach(rows::add);
    return tree(Map.of("rows", Node.arr(rows)));
  }

  private static NativeObject rows(Node.Obj... rows) {
    var claims = new HashSet<Claim>();
    for (Node.Obj row : rows) {
      String name = ((Scalar.Text) ((Node.Value) row.fields().get("name")).value()).value();
      claims.add(new Claim.Element(ROWS, "name", name, SOURCE));
    }
    return new NativeObject(SHARED, tree(Map.of("rows", Node.arr(List.of(rows)))), claims);
  }

  private static Node.Obj row(String name, long value) {
    return Node.obj(Map.of("name", Node.text(name), "value", Node.number(value)));
  }

  private static Content.Tree tree(Map<String, Node> fields) {
    return new Content.Tree(Node.obj(fields));
  }
}
