package io.entente.cli;

import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Node;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Goes back: a policy to an old version (as a new one), or a plan to what was before. */
@Command(
    name = "rollback",
    mixinStandardHelpOptions = true,
    description =
        "Goes back: a policy to an old version (as a new one), or a plan to what was before.")
final class RollbackCommand extends HubCommand {

  @Parameters(index = "0", description = "policy or plan")
  private String noun;

  @Parameters(index = "1", description = "Name or id.")
  private String name;

  @Option(names = "--to", description = "Version of the policy to go back to.")
  private @Nullable Integer version;

  /** Made by picocli, which fills every field. */
  @SuppressWarnings("NullAway.Init")
  RollbackCommand() {}

  @Override
  public Integer call() {
    Noun what = Noun.of(noun);
    String path = what.path() + "/" + Query.encode(name) + "/rollback";
    if (what == Noun.PLANS && version == null) {
      Node plan = client().post(path, Node.obj());
      if (asTable()) {
        text(PlanText.render(plan));
      } else {
        print(plan);
      }
      return 0;
    }
    if (what == Noun.POLICIES && version != null) {
      print(client().post(path, Node.obj(Map.of("toVersion", Node.number(version)))));
      return 0;
    }
    throw new ProblemException(
        Problem.user(
            "ROLLBACK_TARGET",
            "Roll back 'policy NAME --to VERSION' or 'plan ID'",
            "",
            noun + " " + name,
            "Name one of the two."));
  }
}
