package io.entente.translator.apigee.emit;

import io.entente.policy.HeaderTransform.Edit;
import io.entente.policy.Policy;
import io.entente.translator.NetEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The Steps that edits of one side come to. Each does one thing, so that nothing hangs on the order
 * in which AssignMessage does several.
 */
final class HeaderSteps {

  private final HeaderSide side;
  private final Place place;
  private final Map<String, List<Policy>> because;
  private final List<StepDraft> steps = new ArrayList<>();

  /**
   * @param because for each header the policies that edit it
   */
  HeaderSteps(HeaderSide side, Place place, Map<String, List<Policy>> because) {
    this.side = side;
    this.place = place;
    this.because = because;
  }

  List<StepDraft> of(List<Edit> edits) {
    var gone = new TreeMap<String, String>();
    var set = new TreeMap<String, String>();
    var added = new ArrayList<SortedMap<String, String>>();
    NetEdit.of(edits)
        .forEach(
            (name, net) -> {
              List<String> rest = net.present();
              if (!net.keeps()) {
                gone.put(name, "");
                if (!rest.isEmpty()) {
                  set.put(name, rest.get(0));
                  rest = rest.subList(1, rest.size());
                }
              } else if (net.absent().size() > rest.size()) {
                absent(name, net.absent().get(0));
              }
              for (int i = 0; i < rest.size(); i++) {
                if (added.size() <= i) {
                  added.add(new TreeMap<>());
                }
                added.get(i).put(name, rest.get(i));
              }
            });
    step("remove", "Remove", gone, Optional.empty());
    step("set", "Set", set, Optional.empty());
    for (int i = 0; i < added.size(); i++) {
      step("add" + (i + 1), "Add", added.get(i), Optional.empty());
    }
    return steps;
  }

  private void absent(String name, String value) {
    step(
        "absent_" + name,
        "Set",
        new TreeMap<>(Map.of(name, value)),
        Optional.of(side.field() + ".header." + name + " = null"));
  }

  private void step(
      String what, String action, SortedMap<String, String> headers, Optional<String> condition) {
    if (headers.isEmpty()) {
      return;
    }
    String policy = place.policy(side.field(), what);
    steps.add(
        new StepDraft(
            side.stage(),
            policy,
            AssignMessagePolicy.file(policy, side.field(), action, headers),
            condition,
            headers.keySet().stream()
                .flatMap(name -> because.getOrDefault(name, List.of()).stream())
                .distinct()
                .toList()));
  }
}
