package io.entente.connector.apigee;

import io.entente.json.JsonTree;
import io.entente.model.tree.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The calls on one environment, except its deployments. */
final class EnvironmentCalls {

  private static final String HOOKS = "flowhooks";
  private static final String TARGETS = "targetservers";

  private final ManagementApi api;
  private final Paging paging;
  private final List<String> environment;

  EnvironmentCalls(ManagementApi api, ApigeeConfig config) {
    this.api = api;
    this.paging = new Paging(api);
    this.environment =
        List.of("organizations", config.organization(), "environments", config.environment());
  }

  Node get() throws ApigeeFailure {
    return api.json(Call.get(environment, Map.of()));
  }

  /** Empty where the credential may not see it or the environment has none. */
  Optional<Node> addons() throws ApigeeFailure {
    try {
      return Optional.of(api.json(Call.get(at("addonsConfig"), Map.of())));
    } catch (ApigeeFailure e) {
      if (e.notFound() || e.status() == 403) {
        return Optional.empty();
      }
      throw e;
    }
  }

  Node hook(String point) throws ApigeeFailure {
    return api.json(Call.get(at(HOOKS, point), Map.of()));
  }

  /** Replaces whatever is attached. */
  void attach(String point, Node hook) throws ApigeeFailure {
    api.json(Call.put(at(HOOKS, point), JsonTree.write(hook)));
  }

  void detach(String point) throws ApigeeFailure {
    api.json(Call.delete(at(HOOKS, point)));
  }

  List<String> targetServers() throws ApigeeFailure {
    return paging.names(at(TARGETS));
  }

  /** Empty when there is none. */
  Optional<Node> targetServer(String name) throws ApigeeFailure {
    try {
      return Optional.of(api.json(Call.get(at(TARGETS, name), Map.of())));
    } catch (ApigeeFailure e) {
      if (e.notFound()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  void createTargetServer(Node server) throws ApigeeFailure {
    api.json(Call.post(at(TARGETS), Map.of(), Optional.of(Call.json(JsonTree.write(server)))));
  }

  void replaceTargetServer(String name, Node server) throws ApigeeFailure {
    api.json(Call.put(at(TARGETS, name), JsonTree.write(server)));
  }

  void deleteTargetServer(String name) throws ApigeeFailure {
    try {
      api.json(Call.delete(at(TARGETS, name)));
    } catch (ApigeeFailure e) {
      if (!e.notFound()) {
        throw e;
      }
    }
  }

  /** Names only: what they hold is never read. */
  List<String> keyValueMaps() throws ApigeeFailure {
    return paging.names(at("keyvaluemaps"));
  }

  List<Node> resourceFiles() throws ApigeeFailure {
    return paging.once(at("resourcefiles"), Map.of(), "resourceFile");
  }

  private List<String> at(String... below) {
    return Stream.concat(environment.stream(), Stream.of(below)).toList();
  }
}
