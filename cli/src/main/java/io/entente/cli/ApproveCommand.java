package io.entente.cli;

import io.entente.model.tree.Node;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Approves a plan and executes it. */
@Command(
    name = "approve",
    mixinStandardHelpOptions = true,
    description = "Approves a plan and executes it.")
final class ApproveCommand extends HubCommand {

  @Parameters(index = "0", description = "Id of the plan.")
  private String plan;

  @Option(names = "--hash", description = "Hash that was reviewed; refused when it is another.")
  private @Nullable String hash;

  @Option(names = "--no-apply", description = "Approve only.")
  private boolean noApply;

  /** Made by picocli, which fills every field. */
  @SuppressWarnings("NullAway.Init")
  ApproveCommand() {}

  @Override
  public Integer call() {
    HubClient client = client();
    String path = "/api/plans/" + Query.encode(plan);
    String reviewed = hash != null ? hash : Table.at(client.get(path, Map.of()), "hash");
    Node result = client.post(path + "/approve", Node.obj(Map.of("hash", Node.text(reviewed))));
    if (!noApply) {
      result = client.post(path + "/apply", Node.obj());
    }
    if (asTable()) {
      text("plan " + plan + " " + Table.at(result, "status") + "\n");
    } else {
      print(result);
    }
    boolean done = noApply || Table.at(result, "status").equalsIgnoreCase("applied");
    return done ? 0 : Entente.FAILED;
  }
}
