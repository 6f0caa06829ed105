package io.entente.cli;

import io.entente.model.tree.Node;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Computes what would change on a gateway; exit code 2 when something would. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description = "Computes what would change on a gateway; exit code 2 when something would.")
final class PlanCommand extends HubCommand {

  @Parameters(index = "0", description = "The gateway.")
  private String gateway;

  /** Made by picocli, which fills every field. */
  @SuppressWarnings("NullAway.Init")
  PlanCommand() {}

  @Override
  public Integer call() {
    Node plan = client().post("/api/plans", Node.obj(Map.of("gateway", Node.text(gateway))));
    if (asTable()) {
      text(PlanText.render(plan));
    } else {
      print(plan);
    }
    return Table.at(plan, "empty").equals("true") ? 0 : Entente.CHANGES;
  }
}
