package io.entente.simulator.kong.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.kong.Database;
import io.entente.simulator.kong.Generator;
import io.entente.simulator.kong.MetricsPage;
import io.entente.simulator.kong.ProxyHooks;
import io.entente.simulator.kong.declarative.Declarative;
import io.entente.simulator.kong.declarative.YamlText;
import io.entente.simulator.kong.entity.Catalogue;
import io.entente.simulator.kong.entity.Entities;
import io.entente.simulator.kong.http.Handler;
import io.entente.simulator.kong.store.KongStore;
import io.entente.simulator.kong.store.NodeSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** The two management APIs of one node. */
public final class AdminApis {

  private final Database database;
  private final LoadedConfig loaded;
  private final List<Section> adminSections = new ArrayList<>();
  private final List<Section> statusSections = new ArrayList<>();
  private final AtomicLong requests = new AtomicLong();

  /**
   * Wires the APIs.
   *
   * @param hooks asked at each request: the proxy may start later
   * @param metrics as {@code hooks}
   * @param ports name of a listener to its port
   */
  public AdminApis(
      Database database,
      NodeSettings settings,
      String nodeId,
      KongStore store,
      Generator generator,
      Supplier<ProxyHooks> hooks,
      Supplier<MetricsPage> metrics,
      Supplier<Map<String, Integer>> ports) {
    this.database = database;
    var catalogue = new Catalogue();
    var entities = new Entities(catalogue, generator);
    this.loaded = new LoadedConfig(new Declarative(catalogue, entities, generator), store);
    var facts = new NodeFacts(nodeId, database, settings, ports);
    var entityRequests = new EntityRequests(store, catalogue, entities, new WriteGuard(database));
    var node = new NodeSection(facts, store, metrics, this::endpoints, () -> status(facts));
    adminSections.add(node);
    adminSections.add(new SchemaSection(catalogue, entities));
    adminSections.add(new TagSection(store, catalogue));
    adminSections.add(new HealthSection(store, catalogue, entities, hooks, nodeId));
    adminSections.add(new ProxyCacheSection(hooks));
    adminSections.add(new ConfigSection(database, store, catalogue, loaded));
    adminSections.add(new EntitySection(catalogue, entityRequests));
    statusSections.add(new ReadySection(() -> database == Database.POSTGRES || !loaded.isEmpty()));
    statusSections.add(new StatusSection(() -> status(facts), metrics));
  }

  public Handler admin() {
    return counted(new AdminApi(adminSections, true));
  }

  public Handler status() {
    return counted(new AdminApi(statusSections, false));
  }

  /**
   * Loads a declarative configuration before the node serves.
   *
   * @throws JsonProcessingException when the text is neither YAML nor JSON
   */
  public void loadDeclarative(String text) throws JsonProcessingException {
    if (YamlText.read(text) instanceof ObjectNode config) {
      loaded.load(config, text, false);
    }
  }

  private Handler counted(Handler handler) {
    return request -> {
      requests.incrementAndGet();
      return handler.handle(request);
    };
  }

  private List<String> endpoints() {
    return adminSections.stream().flatMap(section -> section.templates().stream()).toList();
  }

  private ObjectNode status(NodeFacts facts) {
    ObjectNode status = facts.status(requests.get());
    if (database == Database.OFF) {
      status.put("configuration_hash", loaded.hash());
    }
    return status;
  }
}
