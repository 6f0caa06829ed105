package io.entente.policy.document;

import io.entente.model.problem.Problem;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.policy.HeaderTransform;
import io.entente.policy.HeaderTransform.Edit;
import io.entente.policy.shape.Field;
import io.entente.policy.shape.Findings;
import io.entente.policy.shape.ListShape;
import io.entente.policy.shape.ObjectShape;
import io.entente.policy.shape.Rule;
import io.entente.policy.shape.Shape;
import io.entente.policy.shape.Values;
import java.util.List;
import java.util.Map;

/** The member {@code headerTransform}. */
final class HeaderTransformShape {

  static final Field<List<Edit>> REQUEST =
      Field.withDefault(
          "request",
          ListShape.of(HeaderEditShape.SHAPE, 0),
          List.of(),
          "Edits of the request, done in this order before the upstream sees it.");

  static final Field<List<Edit>> RESPONSE =
      Field.withDefault(
          "response",
          ListShape.of(HeaderEditShape.SHAPE, 0),
          List.of(),
          "Edits of the response, done in this order before the caller sees it.");

  static final Shape<HeaderTransform> SHAPE =
      ObjectShape.of(
          List.of(REQUEST, RESPONSE),
          List.of(new SomeEdit()),
          read -> new HeaderTransform(read.get(REQUEST), read.get(RESPONSE)),
          (transform, out) -> {
            out.put(REQUEST, transform.request());
            out.put(RESPONSE, transform.response());
          });

  private HeaderTransformShape() {}

  /** There must be at least one edit. */
  private record SomeEdit() implements Rule {

    @Override
    public void check(Values values, NodePath path, Findings findings) {
      if (values.find(REQUEST).filter(List::isEmpty).isPresent()
          && values.find(RESPONSE).filter(List::isEmpty).isPresent()) {
        findings.add(
            Problem.user(
                "MISSING_FIELD",
                path + " has no edit",
                path.toString(),
                "Add at least one edit to request or response"));
      }
    }

    @Override
    public Node.Obj schema() {
      return Node.obj(Map.of("anyOf", Node.arr(List.of(some(REQUEST), some(RESPONSE)))));
    }

    private static Node some(Field<?> field) {
      return Node.obj(
          Map.of(
              "required", Node.arr(List.of(Node.text(field.name()))),
              "properties",
                  Node.obj(Map.of(field.name(), Node.obj(Map.of("minItems", Node.number(1)))))));
    }
  }
}
