package io.entente.connector.envoy;

import io.entente.connector.spi.Connector;
import io.entente.connector.testkit.ConnectorFixture;
import io.entente.model.dialect.Dialect;
import io.entente.model.identity.ApiName;
import io.entente.model.identity.GatewayId;
import io.entente.model.nativeobject.Claim;
import io.entente.model.nativeobject.ClaimSource;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.translator.envoy.dialect.EnvoyDialect;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Thirty clusters of ours; a route configuration that is shared; a cluster that is not ours. */
final class NativeContractFixture implements ConnectorFixture {

  private static final GatewayId GATEWAY = new GatewayId("edge");
  private static final Set<ClaimSource> SOURCE =
      Set.of(new ClaimSource.OfApi(new ApiName("orders"), 1));
  private static final ObjectKey SHARED = new ObjectKey("route_configuration", "entente");
  private static final ObjectKey THEIRS = new ObjectKey("cluster", "theirs");
  private static final NodePath HOSTS = NodePath.of("virtual_hosts");

  private final WatchedStore store = new WatchedStore();
  private final NativeControlPlane plane =
      NativeControlPlane.start(
          ControlPlaneSettings.at(new InetSocketAddress("127.0.0.1", 0)),
          store,
          token -> Optional.empty(),
          new AccessLogLedger(Duration.ZERO, Duration.ofHours(1), InstantSource.system()),
          List.of(),
          InstantSource.system());
  private final Dialect dialect = new EnvoyDialect();
  private final Connector connector =
      new NativeConnector(GATEWAY, store, plane, dialect, new TreeMap<>());

  NativeContractFixture() {
    var resources = new TreeMap<ObjectKey, Node>();
    foreign().forEach((key, object) -> resources.put(key, root(object.content())));
    store.edit(GATEWAY, resources);
  }

  @Override
  public Dialect dialect() {
    return dialect;
  }

  @Override
  public Connector connector() {
    return connector;
  }

  @Override
  public SortedMap<ObjectKey, NativeObject> foreign() {
    var objects = new TreeMap<ObjectKey, NativeObject>();
    objects.put(THEIRS, NativeObject.foreign(THEIRS, cluster("theirs", 9)));
    objects.put(SHARED, NativeObject.foreign(SHARED, hosts(host("ops", "ops.example", 418))));
    return objects;
  }

  @Override
  public SortedMap<ObjectKey, NativeObject> desired(Version version) {
    boolean first = version == Version.FIRST;
    var objects = new TreeMap<ObjectKey, NativeObject>();
    for (int i = first ? 0 : 10; i < (first ? 30 : 40); i++) {
      var key = new ObjectKey("cluster", "api.a%02d".formatted(i));
      objects.put(
          key,
          new NativeObject(
              key, cluster(key.nativeId(), first ? 5 : 7), Set.of(new Claim.Whole(SOURCE))));
    }
    objects.put(
        SHARED, first ? ours(Map.of("a", 200, "b", 201)) : ours(Map.of("a", 204, "c", 203)));
    return objects;
  }

  @Override
  public void editOurs(ObjectKey key) {
    if (!key.equals(SHARED)) {
      edit(key, obj(key).with("connect_timeout", Node.text("99s")));
      return;
    }
    edit(key, replaced("a", host("a", "a.example", 599)));
  }

  @Override
  public void editForeign() {
    edit(SHARED, replaced("ops", host("ops", "somebody.example", 418)));
  }

  @Override
  public void failReads() {
    store.failReads();
  }

  @Override
  public void loseNextAnswer() {
    store.loseNextAnswer();
  }

  @Override
  public long writes() {
    return store.writes();
  }

  @Override
  public void close() {
    connector.close();
    plane.close();
  }

  private Node.Obj replaced(String name, Node.Obj by) {
    var items =
        ((Node.Arr) obj(SHARED).fields().get("virtual_hosts"))
            .items().stream()
                .map(
                    h -> ((Node.Obj) h).field("name").equals(Optional.of(Node.text(name))) ? by : h)
                .toList();
    return obj(SHARED).with("virtual_hosts", Node.arr(items));
  }

  private Node.Obj obj(ObjectKey key) {
    return (Node.Obj) store.current(GATEWAY).resources().get(key);
  }

  private void edit(ObjectKey key, Node document) {
    var resources = new TreeMap<>(store.current(GATEWAY).resources());
    resources.put(key, document);
    store.edit(GATEWAY, resources);
  }

  private static NativeObject ours(Map<String, Integer> statuses) {
    var claims = new HashSet<Claim>();
    var hosts =
        new TreeMap<>(statuses)
            .entrySet().stream()
                .map(
                    e -> {
                      claims.add(new Claim.Element(HOSTS, "name", e.getKey(), SOURCE));
                      return host(e.getKey(), e.getKey() + ".example", e.getValue());
                    })
                .toList();
    return new NativeObject(SHARED, hosts(hosts.toArray(new Node.Obj[0])), claims);
  }

  private static Content.Tree hosts(Node.Obj... hosts) {
    return new Content.Tree(
        Node.obj(Map.of("name", Node.text("entente"), "virtual_hosts", Node.arr(List.of(hosts)))));
  }

  private static Node.Obj host(String name, String domain, int status) {
    Node route =
        Node.obj(
            Map.of(
                "name", Node.text(name + "/all"),
                "match", Node.obj(Map.of("prefix", Node.text("/"))),
                "direct_response", Node.obj(Map.of("status", Node.number(status)))));
    return Node.obj(
        Map.of(
            "name", Node.text(name),
            "domains", Node.arr(List.of(Node.text(domain))),
            "routes", Node.arr(List.of(route))));
  }

  private static Content.Tree cluster(String name, int seconds) {
    return new Content.Tree(
        Node.obj(
            Map.of(
                "name", Node.text(name),
                "connect_timeout", Node.text(seconds + "s"),
                "load_assignment", Node.obj(Map.of("cluster_name", Node.text(name))))));
  }

  private static Node root(Content content) {
    return ((Content.Tree) content).root();
  }
}
