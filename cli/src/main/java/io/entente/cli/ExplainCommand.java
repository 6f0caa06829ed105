package io.entente.cli;

import io.entente.json.YamlTree;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Node;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says which policies hold on a route, which lose and why, and what they became. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = "Says which policies hold on a route, which lose and why, and what they became.")
final class ExplainCommand extends HubCommand {

  @Parameters(index = "0", description = "The gateway.")
  private String gateway;

  @Parameters(index = "1", description = "api/route")
  private String route;

  /** Made by picocli, which fills every field. */
  @SuppressWarnings("NullAway.Init")
  ExplainCommand() {}

  @Override
  public Integer call() {
    int slash = route.indexOf('/');
    if (slash < 1 || slash == route.length() - 1) {
      throw new ProblemException(
          Problem.user("ROUTE_NAME", "A route is named api/route", "", route, "Name it so."));
    }
    Node answer =
        client()
            .get(
                "/api/explain",
                Map.of(
                    "gateway", gateway,
                    "api", route.substring(0, slash),
                    "route", route.substring(slash + 1)));
    if (asTable()) {
      text(YamlTree.write(answer));
    } else {
      print(answer);
    }
    return 0;
  }
}
