package io.entente.cli;

import io.entente.model.tree.Node;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What commands share: options, printing, and where a result goes. */
abstract class HubCommand implements Callable<Integer> {

  @Mixin private HubOptions hub;

  @Spec private CommandSpec spec;

  /** Made by picocli, which fills every field. */
  @SuppressWarnings("NullAway.Init")
  HubCommand() {}

  final HubClient client() {
    return hub.client();
  }

  final void print(Node result, String... columns) {
    text(hub.output().render(result, List.of(columns)));
  }

  final boolean asTable() {
    return hub.output() == Output.TABLE;
  }

  final void text(String text) {
    spec.commandLine().getOut().print(text);
    spec.commandLine().getOut().flush();
  }
}
