package io.entente.simulator.apigee.proxy.flow;

import io.entente.simulator.apigee.proxy.address.IpAddress;
import io.entente.simulator.apigee.proxy.bundle.ApiProxy;
import io.entente.simulator.apigee.proxy.bundle.ProxyEndpoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the proxy endpoint of a request: by host name, then by the longest base path. */
public final class Entrances {

  /** An endpoint and where it is. */
  public record Entrance(Environment environment, ApiProxy proxy, ProxyEndpoint endpoint) {

    private BasePath base() {
      return new BasePath(endpoint.basePath());
    }
  }

  /** An entrance with what the path has after its base path. */
  public record Found(Entrance entrance, String suffix) {}

  private final List<Entrance> entrances;

  public Entrances(List<Environment> environments) {
    var all = new ArrayList<Entrance>();
    for (Environment environment : environments) {
      for (ApiProxy proxy : environment.proxies()) {
        proxy.endpoints().forEach(e -> all.add(new Entrance(environment, proxy, e)));
      }
    }
    all.sort(Comparator.comparing(Entrance::base));
    entrances = List.copyOf(all);
  }

  /**
   * @param host as the Host header says it; an address or localhost leads to every environment
   */
  public Optional<Found> find(String host, String path) {
    String name = name(host);
    for (Entrance entrance : entrances) {
      Optional<String> suffix =
          leads(name, entrance.environment()) ? entrance.base().suffix(path) : Optional.empty();
      if (suffix.isPresent()) {
        return Optional.of(new Found(entrance, suffix.get()));
      }
    }
    return Optional.empty();
  }

  private static boolean leads(String name, Environment environment) {
    List<String> names = environment.running().hostnames();
    return names.isEmpty()
        || name.isEmpty()
        || name.equals("localhost")
        || IpAddress.parse(name).isPresent()
        || names.stream().anyMatch(name::equalsIgnoreCase);
  }

  private static String name(String host) {
    boolean bracketed = host.startsWith("[");
    int end = bracketed ? host.indexOf(']') : host.indexOf(':');
    String name = end < 0 ? host : host.substring(bracketed ? 1 : 0, end);
    return name.toLowerCase(Locale.ROOT);
  }
}
