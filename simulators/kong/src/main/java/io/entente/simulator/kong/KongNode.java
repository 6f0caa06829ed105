package io.entente.simulator.kong;

import io.entente.simulator.kong.admin.AdminApis;
import io.entente.simulator.kong.fault.FaultControl;
import io.entente.simulator.kong.fault.Faults;
import io.entente.simulator.kong.http.Answer;
import io.entente.simulator.kong.http.Handler;
import io.entente.simulator.kong.http.HttpFront;
import io.entente.simulator.kong.store.KongStore;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;

/** A running simulated node. Any thread. */
public final class KongNode implements AutoCloseable {

  private final KongStore store = new KongStore();
  private final Faults faults;
  private final Map<String, HttpFront> fronts = new ConcurrentHashMap<>();
  private volatile ProxyServer proxy = new NoProxy();

  private KongNode(Options options) throws IOException {
    this.faults = new Faults(options.generator()::nowMillis);
    var apis =
        new AdminApis(
            options.database(),
            options.settings(),
            options.generator().uuid(),
            store,
            options.generator(),
            () -> proxy.hooks(),
            () -> proxy.metrics(),
            this::ports);
    if (options.declarativeConfig().isPresent()) {
      apis.loadDeclarative(Files.readString(options.declarativeConfig().get()));
    }
    Optional<ProxyFactory> factory =
        options.proxy().or(() -> ServiceLoader.load(ProxyFactory.class).findFirst());
    if (factory.isPresent()) {
      proxy = factory.get().start(store, options.settings(), options.proxyPort());
    }
    Handler admin = apis.admin();
    front("admin", options.adminPort(), admin, true);
    front("status", options.statusPort(), apis.status(), false);
    front("control", options.controlPort(), new FaultControl(faults), false);
  }

  static KongNode start(Options options) throws IOException {
    return new KongNode(options);
  }

  public int adminPort() {
    return port("admin");
  }

  public int statusPort() {
    return port("status");
  }

  public int controlPort() {
    return port("control");
  }

  /** 0 when there is no proxy. */
  public int proxyPort() {
    return proxy.port();
  }

  public KongStore store() {
    return store;
  }

  public Faults faults() {
    return faults;
  }

  @Override
  public void close() {
    fronts.values().forEach(HttpFront::close);
    proxy.close();
  }

  private void front(String name, int port, Handler handler, boolean hasFaults) throws IOException {
    fronts.put(
        name,
        HttpFront.start(
            name,
            port,
            request ->
                hasFaults
                    ? faults.serve(request, handler)
                    : Answer.whole(handler.handle(request))));
  }

  private int port(String name) {
    HttpFront front = fronts.get(name);
    return front == null ? 0 : front.port();
  }

  private Map<String, Integer> ports() {
    var ports = new LinkedHashMap<String, Integer>();
    ports.put("admin", adminPort());
    ports.put("status", statusPort());
    if (proxyPort() != 0) {
      ports.put("proxy", proxyPort());
    }
    return ports;
  }
}
