package io.entente.hub.discovery;

import io.entente.json.JsonTree;
import io.entente.model.estate.Api;
import io.entente.model.estate.Binding;
import io.entente.model.estate.Gateway;
import io.entente.model.estate.PathMatch;
import io.entente.model.estate.Route;
import io.entente.model.estate.Vendor;
import io.entente.model.identity.ApiName;
import io.entente.model.identity.Labels;
import io.entente.model.identity.RouteName;
import io.entente.policy.document.ApiDocuments;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The Api document that would bind what was found, ready to be applied.
 *
 * @param document as JSON; absent where nothing can be bound, {@code notes} say why
 * @param notes what a person should know before applying it
 */
public record ReadyApi(Optional<String> document, List<String> notes) {

  private static final Pattern METHOD = Pattern.compile("[A-Z]{3,16}");
  private static final Pattern HOST = Pattern.compile("[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?");
  private static final Pattern REFERENCE = Pattern.compile("[^\\x00-\\x20\\x7f]{1,253}");
  private static final int LONGEST = 60;

  public ReadyApi {
    notes = List.copyOf(notes);
  }

  /**
   * For the routes of {@code api} that no document names.
   *
   * @param taken names of APIs that there are
   */
  static ReadyApi of(Gateway gateway, FoundApi api, List<FoundRoute> routes, Set<String> taken) {
    var notes = new ArrayList<String>();
    if (gateway.vendor() == Vendor.ENVOY) {
      notes.add(
          "Routes of an Envoy cannot be bound: Entente makes them. Write an Api document with"
              + " gateways: ["
              + gateway.id()
              + "] and its upstream, then take this virtual host out.");
      return new ReadyApi(Optional.empty(), notes);
    }
    var bound = new TreeMap<RouteName, String>();
    var made = new ArrayList<Route>();
    var names = new HashSet<String>();
    for (FoundRoute route : routes) {
      Optional<String> reference = reference(route, notes);
      Optional<PathMatch> match = path(route, notes);
      if (reference.isPresent() && match.isPresent()) {
        var name = new RouteName(unused(name(route.called()), names));
        names.add(name.value());
        bound.put(name, reference.get());
        made.add(new Route(name, match.get(), methods(route), Labels.none()));
      }
    }
    if (made.isEmpty()) {
      notes.add("There is no route that a document could name.");
      return new ReadyApi(Optional.empty(), notes);
    }
    String free = name(api.name());
    var document =
        new Api(
            new ApiName(taken.contains(free) ? unused(free + "-" + gateway.id(), taken) : free),
            1,
            Labels.none(),
            new TreeSet<>(),
            List.of(new Binding(gateway.id(), bound)),
            hosts(routes),
            Optional.empty(),
            made);
    return new ReadyApi(Optional.of(JsonTree.write(ApiDocuments.write(document))), notes);
  }

  /** The vendor's name of it, else its id: a document holds no blanks in either. */
  private static Optional<String> reference(FoundRoute route, List<String> notes) {
    Optional<String> reference =
        Stream.of(route.called(), route.id())
            .filter(text -> REFERENCE.matcher(text).matches())
            .findFirst();
    if (reference.isEmpty()) {
      notes.add("Route " + route.called() + " has a name that a document cannot hold.");
    }
    return reference;
  }

  private static Optional<PathMatch> path(FoundRoute route, List<String> notes) {
    List<String> plain = route.paths().stream().filter(path -> path.startsWith("/")).toList();
    if (plain.isEmpty() && !route.paths().isEmpty()) {
      notes.add(
          "Route " + route.called() + " matches patterns only, which a document cannot say yet.");
      return Optional.empty();
    }
    if (route.paths().size() > 1) {
      notes.add(
          "Route "
              + route.called()
              + " has "
              + route.paths().size()
              + " paths; the document names the first. Policies hold on the whole native route.");
    }
    String path = plain.isEmpty() ? "/" : plain.get(0);
    try {
      return Optional.of(new PathMatch.Prefix(path));
    } catch (IllegalArgumentException e) {
      notes.add("Route " + route.called() + ": " + e.getMessage() + ".");
      return Optional.empty();
    }
  }

  private static TreeSet<String> methods(FoundRoute route) {
    var methods = new TreeSet<>(route.methods());
    methods.removeIf(method -> !METHOD.matcher(method).matches());
    return methods;
  }

  private static List<String> hosts(List<FoundRoute> routes) {
    var hosts = new TreeSet<String>();
    for (FoundRoute route : routes) {
      if (route.hosts().isEmpty()
          || !route.hosts().stream().allMatch(host -> HOST.matcher(host).matches())) {
        return List.of("*");
      }
      hosts.addAll(route.hosts());
    }
    return List.copyOf(hosts);
  }

  /** A name of ours that resembles the vendor's. */
  private static String name(String called) {
    String plain = called.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.-]+", "-");
    plain = plain.substring(0, Math.min(LONGEST, plain.length())).replaceAll("^[.-]+|[.-]+$", "");
    return plain.isEmpty() ? "found" : plain;
  }

  private static String unused(String name, Set<String> taken) {
    String free = name;
    for (int number = 2; taken.contains(free); number++) {
      free = name + "-" + number;
    }
    return free;
  }
}
