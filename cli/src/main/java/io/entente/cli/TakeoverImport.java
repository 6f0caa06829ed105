package io.entente.cli;

import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes places over, all or none. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = "Takes places over into policies: all that are named, or none.")
final class TakeoverImport extends HubCommand {

  @Parameters(index = "0", description = "Name of the gateway.")
  private String gateway;

  @Parameters(index = "1..*", arity = "0..*", description = "Places, as 'candidates' lists them.")
  private List<String> places = List.of();

  @Option(names = "--all", description = "Every place that can be taken over.")
  private boolean all;

  /** Made by picocli, which fills every field. */
  @SuppressWarnings("NullAway.Init")
  TakeoverImport() {}

  @Override
  public Integer call() {
    Map<String, String> possible = possible();
    List<String> names = all ? List.copyOf(possible.keySet()) : places;
    if (names.isEmpty()) {
      throw new ProblemException(
          Problem.user(
              "NO_PLACE",
              all ? "No place can be taken over" : "No place is named",
              "places",
              "",
              "See what there is with: entente takeover candidates " + gateway));
    }
    var wanted = new ArrayList<Node>();
    for (String name : names) {
      wanted.add(
          Node.obj(Map.of("place", Node.text(name), "seen", Node.text(seen(possible, name)))));
    }
    Node taken =
        client()
            .post(
                TakeoverCommand.path(gateway, "import"),
                Node.obj(Map.of("places", Node.arr(wanted))));
    print(taken, "id", "place", "policies", "by", "at");
    return 0;
  }

  private String seen(Map<String, String> possible, String place) {
    String seen = possible.get(place);
    if (seen == null) {
      throw new ProblemException(
          Problem.user(
              "PLACE_NOT_TAKEN_OVER",
              "This place is not there or cannot be taken over as it is",
              "places",
              place,
              "See which can, and why not, with: entente takeover candidates " + gateway));
    }
    return seen;
  }

  private Map<String, String> possible() {
    Node found = client().get(TakeoverCommand.path(gateway, "importable"), Map.of());
    var seen = new LinkedHashMap<String, String>();
    for (Node place : Table.items(found, "places")) {
      if (Table.at(place, "possible").equals("true")) {
        seen.put(Table.at(place, "place"), Table.at(place, "seen"));
      }
    }
    return seen;
  }
}
