package io.entente.translator.kong.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.json.JsonTree;
import io.entente.json.TreeLimits;
import io.entente.json.YamlTree;
import io.entente.model.estate.GatewayProfile;
import io.entente.model.estate.Vendor;
import io.entente.model.estate.VendorSchema;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.plan.Change;
import io.entente.model.plan.ChangeSet;
import io.entente.model.tree.Fingerprint;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.model.tree.SecretRef;
import io.entente.translator.kong.Recorded;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class KongDialectTest {

  private final KongDialect dialect = new KongDialect(Recorded.schema());
  private final GatewayProfile profile =
      new GatewayProfile(Vendor.KONG, "oss", "3.9.1", 1, new TreeSet<>(), new TreeMap<>());

  @Test
  void timeStampsSayNothing() {
    assertSame("services", "{host: a, created_at: 1, updated_at: 2}", "{host: a}");
    assertSame("vaults", "{name: a, created_at: 1}", "{name: a}");
  }

  @Test
  void anAbsentFieldTakesItsDefault() {
    assertSame("services", "{host: a}", "{host: a, retries: 5, port: 80, protocol: http}");
    assertSame(
        "plugins", "{name: cors}", "{name: cors, enabled: true, config: {credentials: false}}");
    assertDifferent("plugins", "{name: cors}", "{name: cors, enabled: false}");
  }

  @Test
  void theProtocolsOfAPluginAreThoseItsOwnSchemaSays() {
    assertSame(
        "plugins",
        "{name: ip-restriction}",
        "{name: ip-restriction, protocols: [https, http, tls, tcp, grpcs, grpc]}");
    assertDifferent(
        "plugins",
        "{name: ip-restriction}",
        "{name: ip-restriction, protocols: [grpc, grpcs, http, https]}");
  }

  @Test
  void nullWithoutDefaultIsAbsent() {
    assertSame("services", "{host: a, path: null, tls_verify_depth: null}", "{host: a}");
    assertSame("plugins", "{name: cors, route: null, tags: null}", "{name: cors}");
  }

  @Test
  void nullWhereThereIsADefaultStays() {
    assertDifferent("services", "{host: a, retries: null}", "{host: a}");
    assertDifferent(
        "plugins", "{name: rate-limiting, config: {policy: null}}", "{name: rate-limiting}");
  }

  @Test
  void setsHaveNoOrderAndListsHave() {
    assertSame("plugins", "{name: cors, tags: [a, b]}", "{name: cors, tags: [b, a]}");
    assertSame(
        "plugins",
        "{name: jwt, config: {header_names: [x, y]}}",
        "{name: jwt, config: {header_names: [y, x]}}");
    assertDifferent(
        "plugins",
        "{name: cors, config: {methods: [GET, PUT]}}",
        "{name: cors, config: {methods: [PUT, GET]}}");
  }

  @Test
  void aFormerSpellingIsTheFieldThatReplacedIt() {
    assertSame(
        "plugins",
        "{name: rate-limiting, config: {redis_host: r, redis_port: 7000}}",
        "{name: rate-limiting, config: {redis: {host: r, port: 7000}}}");
    assertSame(
        "plugins",
        "{name: rate-limiting, config: {redis_host: r, redis: {host: r}}}",
        "{name: rate-limiting, config: {redis: {host: r}}}");
  }

  @Test
  void recordsWithDefaultsOfTheirOwnAreFilled() {
    assertSame(
        "plugins",
        "{name: opentelemetry}",
        "{name: opentelemetry, config: {queue: {max_batch_size: 200, max_entries: 10000}}}");
  }

  @Test
  void whatTheSchemaDoesNotKnowStays() {
    String odd =
        "{name: cors, odd: [b, null, {z: 123456789012345678901234567890}], config: {new: 1}}";

    Node canonical = canonical("plugins", odd);

    assertThat(Recorded.field(canonical, "odd")).isEqualTo(Recorded.field(yaml(odd), "odd"));
    assertThat(Recorded.field(canonical, "config"))
        .extracting(c -> Recorded.field(c, "new"))
        .isEqualTo(Node.number(1));
  }

  @Test
  void aPluginWithoutSchemaKeepsItsConfigAsItIs() {
    assertDifferent("plugins", "{name: own, config: {a: null}}", "{name: own, config: {}}");
    assertSame("plugins", "{name: own, enabled: true, config: {}}", "{name: own, config: {}}");
  }

  @Test
  void withoutAnySchemaOnlyTimeStampsGo() {
    var bare = new KongDialect(VendorSchema.none());
    var key = new ObjectKey("plugins", "x");

    var content = bare.canonicalise(key, tree("{name: cors, tags: null, created_at: 5}"));

    assertThat(content).isEqualTo(tree("{name: cors, tags: null}"));
  }

  @Test
  void aSecretStaysASecret() {
    var secret = new Node.Secret(new SecretRef("env:TOKEN"), new Fingerprint("ab".repeat(32)));
    Node.Obj plugin =
        ((Node.Obj) yaml("{name: http-log}"))
            .with(
                "config",
                ((Node.Obj) yaml("{http_endpoint: 'http://h'}"))
                    .with("headers", Node.obj(java.util.Map.of("x-token", secret))));

    Node canonical =
        ((Content.Tree)
                dialect.canonicalise(new ObjectKey("plugins", "p"), new Content.Tree(plugin)))
            .root();

    Node headers = Recorded.field(Recorded.field(canonical, "config"), "headers");
    assertThat(Recorded.field(headers, "x-token")).isEqualTo(secret);
  }

  @Test
  void aDeclarativeDocumentIsCanonicalEntityByEntity() {
    // Given the configuration as the node itself printed it
    Node printed =
        YamlTree.readAll(
                Recorded.text(Recorded.field(Recorded.body("12-dbless-get-config.json"), "config")),
                TreeLimits.VENDOR)
            .get(0);

    // When
    Node canonical = canonical(printed);

    // Then
    String service = "580c8aca-d632-5804-b307-a24326e1e2d5";
    Node.Obj plugin = (Node.Obj) ((Node.Arr) Recorded.field(canonical, "plugins")).items().get(0);
    assertThat(plugin)
        .isEqualTo(
            canonical(
                "plugins",
                "{name: key-auth, id: d8d613bc-ec5c-5e9c-b85f-db1f8eda086d, service: "
                    + service
                    + "}"));
    Node.Obj found = (Node.Obj) ((Node.Arr) Recorded.field(canonical, "services")).items().get(0);
    assertThat(found)
        .isEqualTo(
            canonical(
                "services", "{name: orders, host: 127.0.0.1, port: 9001, id: " + service + "}"));
    assertThat(canonical(canonical)).isEqualTo(canonical);
    assertThat(Recorded.field(canonical, "_format_version")).isEqualTo(Node.text("3.0"));
  }

  @Test
  void entitiesOfADeclarativeDocumentHaveNoOrder() {
    assertSame(
        KongKinds.DECLARATIVE,
        "{services: [{id: b, host: x}, {id: a, host: y}]}",
        "{services: [{id: a, host: y}, {id: b, host: x}]}");
  }

  @Test
  void entitiesOfADeclarativeDocumentAreKeyedById() {
    assertThat(dialect.mergeField(KongKinds.DECLARATIVE, NodePath.of("plugins"))).contains("id");
    assertThat(dialect.mergeField(KongKinds.DECLARATIVE, NodePath.of("plugins", "x"))).isEmpty();
    assertThat(dialect.mergeField("plugins", NodePath.of("tags"))).isEmpty();
  }

  @Test
  void makesWhatIsPointedAtFirstAndDeletesItLast() {
    // Given
    List<Change> changes =
        List.of(
            create("plugins"),
            create("routes"),
            create("services"),
            create("upstreams"),
            create("targets"),
            delete("services", "old"),
            delete("plugins", "old"),
            delete("routes", "old"));

    // When
    List<ChangeSet> sets = dialect.pack(changes, profile);

    // Then
    assertThat(sets).hasSize(1);
    assertThat(sets.get(0).atomic()).isFalse();
    assertThat(sets.get(0).steps())
        .extracting(step -> step.number() + " " + step.change().key())
        .containsExactly(
            "1 upstreams/new",
            "2 targets/new",
            "3 services/new",
            "4 routes/new",
            "5 plugins/new",
            "6 plugins/old",
            "7 routes/old",
            "8 services/old");
  }

  @Test
  void theDeclarativeDocumentIsOneAtomicStep() {
    List<ChangeSet> sets = dialect.pack(List.of(create(KongKinds.DECLARATIVE)), profile);

    assertThat(sets).singleElement().satisfies(set -> assertThat(set.atomic()).isTrue());
    assertThat(sets.get(0).steps()).hasSize(1);
    assertThat(dialect.pack(List.of(), profile)).isEmpty();
  }

  @Test
  void theBaseMovesWithWhatTheStepsWereComputedOn() {
    var before = dialect.pack(List.of(delete("services", "old")), profile).get(0).base();
    var key = new ObjectKey("services", "old");
    var moved =
        new Change(
            key, Optional.of(NativeObject.foreign(key, tree("{host: other}"))), Optional.empty());

    assertThat(dialect.pack(List.of(moved), profile).get(0).base()).isNotEqualTo(before);
  }

  private static Change create(String kind) {
    var key = new ObjectKey(kind, "new");
    return new Change(key, Optional.empty(), Optional.of(NativeObject.foreign(key, tree("{}"))));
  }

  private static Change delete(String kind, String id) {
    var key = new ObjectKey(kind, id);
    return new Change(key, Optional.of(NativeObject.foreign(key, tree("{}"))), Optional.empty());
  }

  private void assertSame(String kind, String one, String other) {
    assertThat(JsonTree.pretty(canonical(kind, one)))
        .isEqualTo(JsonTree.pretty(canonical(kind, other)));
  }

  private void assertDifferent(String kind, String one, String other) {
    assertThat(canonical(kind, one)).isNotEqualTo(canonical(kind, other));
  }

  private Node canonical(Node document) {
    var key = new ObjectKey(KongKinds.DECLARATIVE, "config");
    return ((Content.Tree) dialect.canonicalise(key, new Content.Tree(document))).root();
  }

  private Node canonical(String kind, String yaml) {
    return ((Content.Tree) dialect.canonicalise(new ObjectKey(kind, "x"), tree(yaml))).root();
  }

  private static Content.Tree tree(String yaml) {
    return new Content.Tree(yaml(yaml));
  }

  private static Node yaml(String yaml) {
    return YamlTree.readAll(yaml, TreeLimits.DOCUMENT).get(0);
  }
}
