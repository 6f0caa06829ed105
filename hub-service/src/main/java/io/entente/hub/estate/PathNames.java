package io.entente.hub.estate;

import io.entente.model.identity.ApiName;
import io.entente.model.identity.GatewayId;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import java.util.function.Function;

/** Names in request paths. */
final class PathNames {
  private PathNames() {}

  static GatewayId gateway(String name) {
    return name("gateway", name, GatewayId::new);
  }

  static ApiName api(String name) {
    return name("api", name, ApiName::new);
  }

  private static <T> T name(String what, String name, Function<String, T> make) {
    try {
      return make.apply(name);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(
          Problem.user(
              "NAME_INVALID",
              String.valueOf(e.getMessage()),
              what,
              name.length() <= 80 ? name : name.substring(0, 80) + "…",
              "Use the name as listed."));
    }
  }
}
