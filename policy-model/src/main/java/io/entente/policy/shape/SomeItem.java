package io.entente.policy.shape;

import io.entente.model.problem.Problem;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import java.util.List;
import java.util.Map;

/**
 * At least one of some lists must have an item; each is empty when it is not written.
 *
 * @param what an item is called
 * @param lists the fields
 */
public record SomeItem(String what, List<Field<? extends List<?>>> lists) implements Rule {

  public SomeItem {
    lists = List.copyOf(lists);
  }

  @Override
  public void check(Values values, NodePath path, Findings findings) {
    if (lists.stream().allMatch(list -> values.find(list).filter(List::isEmpty).isPresent())) {
      findings.add(
          Problem.user(
              "MISSING_FIELD",
              path + " has no " + what,
              path.toString(),
              "Add at least one "
                  + what
                  + " to "
                  + String.join(" or ", lists.stream().map(Field::name).toList())));
    }
  }

  @Override
  public String says() {
    String names = String.join(" or ", lists.stream().map(Field::name).toList());
    return "At least one " + what + " is in " + names + ".";
  }

  @Override
  public Node.Obj schema() {
    return Node.obj(
        Map.of("anyOf", Node.arr(lists.stream().map(list -> some(list.name())).toList())));
  }

  private static Node some(String list) {
    return Node.obj(
        Map.of(
            "required", Node.arr(List.of(Node.text(list))),
            "properties", Node.obj(Map.of(list, Node.obj(Map.of("minItems", Node.number(1)))))));
  }
}
