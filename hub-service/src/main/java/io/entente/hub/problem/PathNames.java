package io.entente.hub.problem;

import io.entente.model.identity.ApiName;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.PolicyName;
import io.entente.model.identity.RouteName;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import java.util.function.Function;

/** Names as requests hold them; one that nothing can have is NAME_INVALID. */
public final class PathNames {
  private static final int SHOWN = 80;

  private PathNames() {}

  public static GatewayId gateway(String name) {
    return name("gateway", name, GatewayId::new);
  }

  public static ApiName api(String name) {
    return name("api", name, ApiName::new);
  }

  public static RouteName route(String name) {
    return name("route", name, RouteName::new);
  }

  public static PolicyName policy(String name) {
    return name("policy", name, PolicyName::new);
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
              shown(name),
              "Use the name as listed."));
    }
  }

  static String shown(String name) {
    return name.length() <= SHOWN ? name : name.substring(0, SHOWN) + "…";
  }
}
