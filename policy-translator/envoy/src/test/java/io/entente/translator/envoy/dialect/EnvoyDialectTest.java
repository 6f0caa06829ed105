package io.entente.translator.envoy.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.json.JsonTree;
import io.entente.json.TreeLimits;
import io.entente.model.estate.GatewayProfile;
import io.entente.model.estate.Vendor;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.plan.Change;
import io.entente.model.plan.ChangeSet;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class EnvoyDialectTest {

  private final EnvoyDialect dialect = new EnvoyDialect();
  private final GatewayProfile profile =
      new GatewayProfile(Vendor.ENVOY, "oss", "1.40.0", 1, new TreeSet<>(), new TreeMap<>());

  @Test
  void oneSpellingForDurations() {
    assertSame("cluster", "{\"connect_timeout\":\"5.000s\"}", "{\"connect_timeout\":\"5s\"}");
    assertSame("cluster", "{\"connect_timeout\":\"0.200s\"}", "{\"connect_timeout\":\"0.2s\"}");
    assertSame("cluster", "{\"connect_timeout\":\"300s\"}", "{\"connect_timeout\":\"300.0s\"}");
  }

  @Test
  void aHeaderValueThatLooksLikeADurationStays() {
    assertDifferent(
        "route_configuration",
        "{\"append\":{\"header\":{\"key\":\"a\",\"value\":\"5.0s\"}}}",
        "{\"append\":{\"header\":{\"key\":\"a\",\"value\":\"5s\"}}}");
  }

  @Test
  void longNumbersAreText() {
    assertSame(
        "route_configuration",
        "{\"hits_addend\":{\"number\":2}}",
        "{\"hits_addend\":{\"number\":\"2\"}}");
  }

  @Test
  void plainDefaultsEqualAbsence() {
    assertSame("cluster", "{\"name\":\"a\",\"type\":\"STATIC\"}", "{\"name\":\"a\"}");
    assertSame("route_configuration", "{\"virtual_hosts\":[]}", "{}");
    assertSame(
        "route_configuration",
        "{\"rbac\":{\"rules\":{\"action\":\"ALLOW\"},\"track_per_rule_stats\":false}}",
        "{\"rbac\":{\"rules\":{}}}");
    assertDifferent(
        "route_configuration",
        "{\"rbac\":{\"rules\":{\"action\":\"DENY\"}}}",
        "{\"rbac\":{\"rules\":{}}}");
    assertSame(
        "listener",
        "{\"default_value\":{\"numerator\":0,\"denominator\":\"HUNDRED\"}}",
        "{\"default_value\":{}}");
  }

  @Test
  void presenceIsMeaningForMessagesWrappersAndStructs() {
    assertDifferent("listener", "{\"remote_address\":{}}", "{}");
    assertDifferent("listener", "{\"use_remote_address\":false}", "{}");
    assertDifferent(
        "cluster",
        "{\"metadata\":{\"filter_metadata\":{\"a\":[]}}}",
        "{\"metadata\":{\"filter_metadata\":{}}}");
    String struct = "{\"@type\":\"type.googleapis.com/xds.type.v3.TypedStruct\",\"value\":{";
    assertDifferent("listener", struct + "\"stage\":[]}}", struct + "}}");
    assertDifferent("listener", "{\"type\":\"STATIC\"}", "{}");
  }

  @Test
  void namedListsMergeByName() {
    // Given
    NodePath routes = NodePath.of("virtual_hosts").element("name", "any").field("routes");
    NodePath filters =
        NodePath.of("filter_chains").index(0).field("filters").index(0).field("typed_config");

    // Then
    assertThat(dialect.mergeField("route_configuration", NodePath.of("virtual_hosts")))
        .isEqualTo(Optional.of("name"));
    assertThat(dialect.mergeField("route_configuration", routes)).contains("name");
    assertThat(dialect.mergeField("listener", filters.field("http_filters"))).contains("name");
    assertThat(dialect.mergeField("cluster", NodePath.of("load_assignment", "endpoints")))
        .isEmpty();
    assertThat(dialect.mergeField("cluster", NodePath.root())).isEmpty();
  }

  @Test
  void makesBeforeItBreaks() {
    // Given
    List<Change> changes =
        List.of(
            delete("cluster", "old"),
            create("listener", "l"),
            delete("listener", "old"),
            create("route_configuration", "r"),
            delete("route_configuration", "old"),
            create("cluster", "b"),
            create("cluster", "a"));

    // When
    List<ChangeSet> sets = dialect.pack(changes, profile);

    // Then
    assertThat(sets).hasSize(1);
    assertThat(sets.get(0).atomic()).isFalse();
    assertThat(sets.get(0).domain()).isEqualTo(EnvoyDialect.DOMAIN);
    assertThat(sets.get(0).steps())
        .extracting(s -> s.number() + " " + s.change().action() + " " + s.change().key())
        .containsExactly(
            "1 CREATE cluster/a",
            "2 CREATE cluster/b",
            "3 CREATE route_configuration/r",
            "4 CREATE listener/l",
            "5 DELETE listener/old",
            "6 DELETE route_configuration/old",
            "7 DELETE cluster/old");
  }

  @Test
  void baseMovesWithTheStateBeforeAndWithNothingElse() {
    // Given
    ObjectKey key = new ObjectKey("cluster", "a");
    Change change = change(key, "{\"connect_timeout\":\"1s\"}", "{\"connect_timeout\":\"2s\"}");
    Change equalBefore =
        change(key, "{\"connect_timeout\":\"1.0s\"}", "{\"connect_timeout\":\"3s\"}");
    Change otherBefore =
        change(key, "{\"connect_timeout\":\"4s\"}", "{\"connect_timeout\":\"2s\"}");

    // Then
    assertThat(base(equalBefore)).isEqualTo(base(change));
    assertThat(base(otherBefore)).isNotEqualTo(base(change));
    assertThat(dialect.pack(List.of(), profile)).isEmpty();
  }

  private Object base(Change change) {
    return dialect.pack(List.of(change), profile).get(0).base();
  }

  private static Change create(String kind, String id) {
    ObjectKey key = new ObjectKey(kind, id);
    return new Change(key, Optional.empty(), Optional.of(object(key, "{}")));
  }

  private static Change delete(String kind, String id) {
    ObjectKey key = new ObjectKey(kind, id);
    return new Change(key, Optional.of(object(key, "{}")), Optional.empty());
  }

  private static Change change(ObjectKey key, String before, String after) {
    return new Change(key, Optional.of(object(key, before)), Optional.of(object(key, after)));
  }

  private static NativeObject object(ObjectKey key, String json) {
    return NativeObject.foreign(key, new Content.Tree(tree(json)));
  }

  private void assertSame(String kind, String one, String other) {
    assertThat(canonical(kind, one)).isEqualTo(canonical(kind, other));
  }

  private void assertDifferent(String kind, String one, String other) {
    assertThat(canonical(kind, one)).isNotEqualTo(canonical(kind, other));
  }

  private Content canonical(String kind, String json) {
    var key = new ObjectKey(kind, "x");
    Content once = dialect.canonicalise(key, new Content.Tree(tree(json)));
    assertThat(dialect.canonicalise(key, once)).isEqualTo(once);
    return once;
  }

  private static Node tree(String json) {
    return JsonTree.read(json, TreeLimits.DOCUMENT);
  }
}
