package io.entente.cli;

import io.entente.model.tree.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists things, or shows one. */
@Command(name = "get", mixinStandardHelpOptions = true, description = "Lists things, or shows one.")
final class GetCommand extends HubCommand {

  @Parameters(
      index = "0",
      description = "gateways, apis, policies, plans, drifts, conditions, audit")
  private String noun;

  @Parameters(index = "1", arity = "0..1", description = "Name or id of one.")
  private @Nullable String name;

  @Option(names = "--gateway", description = "Only of this gateway.")
  private @Nullable String gateway;

  @Option(names = "--refresh", description = "Read the gateway first (drifts).")
  private boolean refresh;

  /** Made by picocli, which fills every field. */
  @SuppressWarnings("NullAway.Init")
  GetCommand() {}

  @Override
  public Integer call() {
    Noun what = Noun.of(noun);
    if (name != null) {
      print(client().get(what.path() + "/" + Query.encode(name), Map.of()));
    } else {
      var query = new HashMap<String, String>();
      if (gateway != null) {
        query.put("gateway", gateway);
      }
      if (refresh) {
        query.put("refresh", "true");
      }
      show(what, client().get(what.path(), query));
    }
    return 0;
  }

  private void show(Noun what, Node found) {
    if (what == Noun.DRIFTS && asTable() && found instanceof Node.Arr rows) {
      var sized = FileText.sized(rows.items(), "was", "is");
      text(Table.render(sized, List.of(what.columns())) + FileText.diffs(rows.items()));
    } else {
      print(found, what.columns());
    }
  }
}
