package io.entente.connector.kong;

import static io.entente.connector.kong.Entities.id;
import static io.entente.connector.kong.Entities.json;
import static io.entente.connector.kong.Entities.key;

import io.entente.connector.spi.Connector;
import io.entente.connector.testkit.ConnectorFixture;
import io.entente.model.dialect.Dialect;
import io.entente.model.nativeobject.Claim;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.NodePath;
import io.entente.simulator.kong.Database;
import io.entente.simulator.kong.fault.Effect;
import io.entente.simulator.kong.fault.Fault;
import io.entente.simulator.kong.fault.Trigger;
import io.entente.simulator.kong.fault.Trigger.On;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Twenty plugins of ours on routes of others; the retries of a service of others are ours too.
 * Plugins and a consumer with a key are foreign.
 */
final class DatabaseFixture implements ConnectorFixture {

  private static final int SERVICE = 1;
  private static final int ROUTES = 100;
  private static final int PLUGINS = 200;
  private static final ObjectKey SHARED = key("services", SERVICE);

  private final SimulatedKong kong = new SimulatedKong(Database.POSTGRES);
  private final Dialect dialect;
  private final SortedMap<ObjectKey, NativeObject> foreign;

  DatabaseFixture() {
    kong.put("services", id(SERVICE), Entities.service(SERVICE));
    for (int i = 0; i < 30; i++) {
      kong.put("routes", id(ROUTES + i), Entities.route(ROUTES + i, SERVICE));
    }
    kong.put("consumers", id(2), json("{'username':'alice'}"));
    kong.put("key-auths", id(3), json("{'key':'alice-key','consumer':{'id':'" + id(2) + "'}}"));
    kong.put("plugins", id(4), json("{'name':'key-auth','service':{'id':'" + id(1) + "'}}"));
    kong.put("plugins", id(5), json("{'name':'correlation-id','config':{'header_name':'x-id'}}"));
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
    var objects = new TreeMap<ObjectKey, NativeObject>();
    for (int i = first ? 0 : 10; i < (first ? 20 : 30); i++) {
      var plugin = Entities.limit(PLUGINS + i, ROUTES + i, first ? 5 : 7);
      var key = key("plugins", PLUGINS + i);
      objects.put(key, Entities.whole(key, plugin));
    }
    objects.put(
        SHARED,
        new NativeObject(
            SHARED,
            new Content.Tree(json("{'retries':" + (first ? 3 : 4) + "}")),
            Set.of(new Claim.Fields(Set.of(NodePath.of("retries")), Entities.SOURCE))));
    return objects;
  }

  @Override
  public void editOurs(ObjectKey key) {
    if (key.equals(SHARED)) {
      kong.patch("services", key.nativeId(), json("{'retries':9}"));
    } else {
      kong.patch("plugins", key.nativeId(), json("{'config':{'minute':99}}"));
    }
  }

  @Override
  public void editForeign() {
    kong.patch("services", SHARED.nativeId(), json("{'read_timeout':1234}"));
  }

  @Override
  public void failReads() {
    kong.faults(new Fault(new Effect.ServerError(500), Trigger.every(On.LISTS)));
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
