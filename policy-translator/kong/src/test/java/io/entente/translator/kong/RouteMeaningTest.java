package io.entente.translator.kong;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.json.TreeLimits;
import io.entente.json.YamlTree;
import io.entente.model.estate.Api;
import io.entente.model.estate.Endpoint;
import io.entente.model.estate.PathMatch;
import io.entente.model.estate.Route;
import io.entente.model.estate.Upstream;
import io.entente.model.identity.ApiName;
import io.entente.model.identity.Labels;
import io.entente.model.identity.RouteName;
import io.entente.model.nativeobject.Content;
import io.entente.model.tree.Node;
import io.entente.translator.Translation;
import io.entente.translator.kong.dialect.KongKinds;
import io.entente.translator.testkit.CaseRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A request finds the route on Kong that the documents mean. */
class RouteMeaningTest {

  private static final long SEED = 20261121;
  private static final List<String> PATHS =
      List.of("/", "/a", "/a/", "/a/b", "/a.b", "/ab", "/a/b/c");
  private static final List<String> REQUESTED =
      List.of("/", "/a", "/a/", "/ab", "/a/b", "/a/bc", "/a/b/c/d", "/a.b", "/axb", "/z");
  private static final List<String> METHODS = List.of("GET", "POST", "DELETE");
  private static final List<String> HOSTS = List.of("one.test", "two.test");

  /** A route, and how near the host that leads to it is. */
  private record Candidate(boolean anyHost, Api api, Route route) {

    static final Comparator<Candidate> NARROWEST_FIRST =
        Comparator.comparing(Candidate::anyHost)
            .thenComparing(c -> !(c.route().match() instanceof PathMatch.Exact))
            .thenComparing(c -> -c.route().match().path().length())
            .thenComparing(c -> c.route().methods().isEmpty())
            .thenComparing(c -> c.route().methods().size())
            .thenComparing(c -> c.route().name());
  }

  @Test
  void requestsFindTheRouteThatIsMeant() {
    var random = new Random(SEED);
    int compared = 0;
    for (int round = 0; round < 1200; round++) {
      // Given
      List<Api> apis = apis(random);
      Translation translation = translate(apis);
      if (!translation.refusals().isEmpty()) {
        assertThat(translation.refusals())
            .allSatisfy(problem -> assertThat(problem.code()).isEqualTo("ROUTES_COLLIDE"));
        continue;
      }
      compared++;
      var router = new KongRouter(routes(translation));
      for (String host : HOSTS) {
        for (String method : METHODS) {
          for (String path : REQUESTED) {
            // Then
            assertThat(router.route(host, method, path))
                .as("seed %d round %d: %s %s%s on %s", SEED, round, method, host, path, apis)
                .isEqualTo(meant(apis, host, method, path));
          }
        }
      }
    }
    assertThat(compared).isGreaterThan(200);
  }

  @Test
  void refusesPathsThatKongWouldNotMatch() {
    for (String path : List.of("/a%20b", "/a//b", "/a/../b", "/./a")) {
      Translation translation =
          translate(List.of(api("one", List.of("*"), List.of(route(0, path)))));

      assertThat(translation.refusals())
          .singleElement()
          .satisfies(problem -> assertThat(problem.code()).isEqualTo("PATH_NOT_NORMALISED"));
    }
  }

  @Test
  void refusesAServiceNameThatOthersHave() {
    assertThat(codes("services: [{id: %s, name: entente~one}]"))
        .containsExactly("NAME_TAKEN_ON_GATEWAY");
  }

  @Test
  void refusesARouteThatOthersHave() {
    for (String paths : List.of("[/a]", "[/z, /a/]", "['~/a$']")) {
      assertThat(codes("routes: [{id: %s, name: theirs, paths: " + paths + "}]"))
          .as(paths)
          .containsExactly("ROUTE_TAKEN_ON_GATEWAY");
    }
  }

  @Test
  void standsBesideRoutesThatKongTellsApart() {
    for (String rest :
        List.of(
            "paths: [/ab]",
            "paths: [/a], hosts: [one.test]",
            "paths: [/a], methods: [GET]",
            "paths: [/a], tags: [entente]")) {
      assertThat(codes("routes: [{id: %s, name: theirs, " + rest + "}]")).as(rest).isEmpty();
    }
  }

  /** What an API with every host and the prefix /a meets beside the entities of others. */
  private static List<String> codes(String entities) {
    String text = entities.formatted("0a000000-0000-4000-8000-000000000009");
    var observed = Requests.entities((Node.Obj) YamlTree.readAll(text, TreeLimits.DOCUMENT).get(0));
    return new KongTranslator()
            .translate(
                CaseRequest.of(
                    Requests.profile(1, Map.of("database", "postgres"), Requests.plugins()),
                    observed,
                    List.of(api("one", List.of("*"), List.of(route(0, "/a")))),
                    List.of()))
            .refusals()
            .stream()
            .map(problem -> problem.code())
            .toList();
  }

  private static Optional<String> meant(List<Api> apis, String host, String method, String path) {
    var candidates = new ArrayList<Candidate>();
    for (Api api : apis) {
      boolean anyHost = api.hosts().contains("*");
      if (anyHost || api.hosts().contains(host)) {
        api.routes().forEach(route -> candidates.add(new Candidate(anyHost, api, route)));
      }
    }
    return candidates.stream()
        .filter(c -> c.route().methods().isEmpty() || c.route().methods().contains(method))
        .filter(c -> matches(c.route().match(), path))
        .min(Candidate.NARROWEST_FIRST)
        .map(c -> "entente~" + c.api().name() + "~" + c.route().name());
  }

  private static boolean matches(PathMatch match, String path) {
    if (match instanceof PathMatch.Exact) {
      return path.equals(match.path());
    }
    String below = match.path().endsWith("/") ? match.path() : match.path() + "/";
    return path.equals(match.path()) || path.startsWith(below);
  }

  private static Translation translate(List<Api> apis) {
    return new KongTranslator()
        .translate(
            CaseRequest.of(
                Requests.profile(1, Map.of("database", "postgres"), Requests.plugins()),
                new TreeMap<>(),
                apis,
                List.of()));
  }

  private static List<Node.Obj> routes(Translation translation) {
    return translation.objects().values().stream()
        .filter(object -> object.key().kind().equals(KongKinds.ROUTES))
        .map(object -> (Node.Obj) ((Content.Tree) object.content()).root())
        .toList();
  }

  private static List<Api> apis(Random random) {
    var apis = new ArrayList<Api>();
    for (String name : List.of("one", "two").subList(0, 1 + random.nextInt(2))) {
      var routes = new ArrayList<Route>();
      for (int i = 0; i <= random.nextInt(4); i++) {
        var methods = new TreeSet<String>();
        if (random.nextInt(3) == 0) {
          METHODS.stream().filter(m -> random.nextBoolean()).forEach(methods::add);
        }
        String path = PATHS.get(random.nextInt(PATHS.size()));
        PathMatch match =
            random.nextBoolean() ? new PathMatch.Exact(path) : new PathMatch.Prefix(path);
        routes.add(new Route(new RouteName("r" + i), match, methods, Labels.none()));
      }
      List<String> hosts =
          switch (random.nextInt(3)) {
            case 0 -> List.of("*");
            case 1 -> HOSTS;
            default -> HOSTS.subList(0, 1);
          };
      apis.add(api(name, hosts, routes));
    }
    return apis;
  }

  private static Route route(int number, String path) {
    return new Route(
        new RouteName("r" + number), new PathMatch.Prefix(path), new TreeSet<>(), Labels.none());
  }

  private static Api api(String name, List<String> hosts, List<Route> routes) {
    return new Api(
        new ApiName(name),
        1,
        Labels.none(),
        new TreeSet<>(List.of(CaseRequest.GATEWAY)),
        List.of(),
        hosts,
        Optional.of(new Upstream(List.of(new Endpoint("127.0.0.1", 9000)), Duration.ofSeconds(5))),
        routes);
  }
}
