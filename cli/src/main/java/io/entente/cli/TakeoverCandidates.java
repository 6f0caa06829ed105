package io.entente.cli;

import io.entente.model.tree.Node;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows what an import would come to. */
@Command(
    name = "candidates",
    mixinStandardHelpOptions = true,
    description =
        "Reads the gateway and shows what policies could take over, and what not and why.")
final class TakeoverCandidates extends HubCommand {

  @Parameters(index = "0", description = "Name of the gateway.")
  private String gateway;

  /** Made by picocli, which fills every field. */
  @SuppressWarnings("NullAway.Init")
  TakeoverCandidates() {}

  @Override
  public Integer call() {
    Node found = client().get(TakeoverCommand.path(gateway, "importable"), Map.of());
    if (!asTable()) {
      print(found);
      return 0;
    }
    var text = new StringBuilder();
    for (Node place : Table.items(found, "places")) {
      boolean possible = Table.at(place, "possible").equals("true");
      text.append(possible ? "can be taken over  " : "stays as it is     ")
          .append(Table.at(place, "place"))
          .append('\n');
      for (Node policy : Table.items(place, "found")) {
        text.append("    ").append(Table.at(policy, "kind")).append('\n');
      }
      for (Node reason : Table.items(place, "reasons")) {
        text.append("    because: ").append(Table.cell(reason)).append('\n');
      }
      for (Node kept : Table.items(place, "kept")) {
        text.append("    said by no policy, would stay by decision: ")
            .append(Table.cell(kept))
            .append('\n');
      }
    }
    for (Node left : Table.items(found, "remainder")) {
      text.append("no policy says      ")
          .append(Table.at(left, "object"))
          .append("\n    because: ")
          .append(Table.at(left, "reason"))
          .append('\n');
    }
    text(text.isEmpty() ? "Nothing of others is on " + gateway + ".\n" : text.toString());
    return 0;
  }
}
