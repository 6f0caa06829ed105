package io.entente.translator.kong.dialect;

import io.entente.model.tree.CanonicalText;
import io.entente.model.tree.Node;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Completes a value by its shape. Idempotent. */
final class Completion {

  private Completion() {}

  static Node of(Shape shape, Node node) {
    if (shape instanceof Shape.Rec rec && node instanceof Node.Obj obj) {
      return record(rec, obj);
    }
    if (shape instanceof Shape.ListOf list && node instanceof Node.Arr arr) {
      return each(list.element(), arr);
    }
    if (shape instanceof Shape.SetOf set && node instanceof Node.Arr arr) {
      return sorted(each(set.element(), arr));
    }
    if (shape instanceof Shape.MapOf map && node instanceof Node.Obj obj) {
      var values = new TreeMap<String, Node>();
      obj.fields().forEach((name, value) -> values.put(name, of(map.value(), value)));
      return new Node.Obj(values);
    }
    return node;
  }

  private static Node record(Shape.Rec shape, Node.Obj given) {
    Node.Obj obj = Renamed.toPresent(shape.formers(), given);
    var fields = new TreeMap<>(obj.fields());
    shape
        .fields()
        .forEach(
            (name, field) ->
                field(field, obj.field(name))
                    .ifPresentOrElse(node -> fields.put(name, node), () -> fields.remove(name)));
    return new Node.Obj(fields);
  }

  private static Optional<Node> field(Shape.Field field, Optional<Node> value) {
    if (value.isPresent() && !Nodes.isNull(value.get())) {
      return value.map(node -> of(field.shape(), node));
    }
    // A null where Kong would write a default is a setting: somebody switched the field off. A
    // record is never null there, Kong fills it again.
    boolean switchedOff = value.isPresent() && !(field.shape() instanceof Shape.Rec);
    return switchedOff && field.fallback().isPresent()
        ? value
        : field.fallback().map(node -> of(field.shape(), node));
  }

  private static Node.Arr each(Shape element, Node.Arr arr) {
    return Node.arr(arr.items().stream().map(item -> of(element, item)).toList());
  }

  private static Node.Arr sorted(Node.Arr set) {
    List<Node> items =
        set.items().stream().sorted(Comparator.comparing(CanonicalText::of)).toList();
    return new Node.Arr(items);
  }
}
