package io.entente.cli;

import io.entente.json.YamlTree;
import io.entente.model.tree.Node;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows one thing whole, with all its versions or steps. */
@Command(
    name = "describe",
    mixinStandardHelpOptions = true,
    description = "Shows one thing whole, with all its versions or steps.")
final class DescribeCommand extends HubCommand {

  @Parameters(index = "0", description = "gateway, api, policy, plan")
  private String noun;

  @Parameters(index = "1", description = "Name or id.")
  private String name;

  /** Made by picocli, which fills every field. */
  @SuppressWarnings("NullAway.Init")
  DescribeCommand() {}

  @Override
  public Integer call() {
    Noun what = Noun.of(noun);
    Node thing = client().get(what.path() + "/" + Query.encode(name), Map.of());
    text(asTable() ? YamlTree.write(thing) : "");
    if (!asTable()) {
      print(thing);
    }
    return 0;
  }
}
