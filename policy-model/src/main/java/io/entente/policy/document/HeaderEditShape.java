package io.entente.policy.document;

import io.entente.policy.HeaderTransform.Edit;
import io.entente.policy.shape.ExactlyOne;
import io.entente.policy.shape.Field;
import io.entente.policy.shape.ObjectShape;
import io.entente.policy.shape.Shape;
import io.entente.policy.shape.TextShape;
import io.entente.policy.shape.Values;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** One edit of one header: an object whose only field is the verb. */
final class HeaderEditShape {

  private static final Field<String> NAME =
      Field.required("name", NameShapes.EDITABLE_HEADER, "The header, in lower case.");

  private static final Field<String> VALUE =
      Field.required(
          "value",
          TextShape.of("visible ASCII of at most 4096 characters", "[ -~]*", 4096).unsaid(),
          "The value.");

  private static final Field<Edit.Set> SET =
      Field.optional(
          "set",
          pair(Edit.Set::new, Edit.Set::name, Edit.Set::value),
          "One value, whatever was there.");

  private static final Field<Edit.AddIfAbsent> ADD_IF_ABSENT =
      Field.optional(
          "addIfAbsent",
          pair(Edit.AddIfAbsent::new, Edit.AddIfAbsent::name, Edit.AddIfAbsent::value),
          "This value, only where the header is absent.");

  private static final Field<Edit.Append> APPEND =
      Field.optional(
          "append",
          pair(Edit.Append::new, Edit.Append::name, Edit.Append::value),
          "One more value beside those that are there.");

  private static final Field<Edit.Remove> REMOVE =
      Field.optional(
          "remove",
          ObjectShape.of(
              List.of(NAME),
              List.of(),
              read -> new Edit.Remove(read.get(NAME)),
              (edit, out) -> out.put(NAME, edit.name())),
          "No value any more.");

  static final Shape<Edit> SHAPE =
      ObjectShape.of(
          List.of(SET, ADD_IF_ABSENT, APPEND, REMOVE),
          List.of(
              new ExactlyOne(
                  "edit", "UNKNOWN_FIELD", List.of("set", "addIfAbsent", "append", "remove"))),
          HeaderEditShape::edit,
          HeaderEditShape::write);

  private HeaderEditShape() {}

  private static <E extends Edit> Shape<E> pair(
      BiFunction<String, String, E> make, Function<E, String> name, Function<E, String> value) {
    return ObjectShape.of(
        List.of(NAME, VALUE),
        List.of(),
        read -> make.apply(read.get(NAME), read.get(VALUE)),
        (edit, out) -> {
          out.put(NAME, name.apply(edit));
          out.put(VALUE, value.apply(edit));
        });
  }

  private static Edit edit(Values read) {
    return Optional.<Edit>empty()
        .or(() -> read.find(SET))
        .or(() -> read.find(ADD_IF_ABSENT))
        .or(() -> read.find(APPEND))
        .or(() -> read.find(REMOVE))
        .orElseThrow(() -> new IllegalArgumentException("the edit has no verb"));
  }

  private static void write(Edit edit, ObjectShape.Written out) {
    if (edit instanceof Edit.Set set) {
      out.put(SET, set);
    } else if (edit instanceof Edit.AddIfAbsent add) {
      out.put(ADD_IF_ABSENT, add);
    } else if (edit instanceof Edit.Append append) {
      out.put(APPEND, append);
    } else if (edit instanceof Edit.Remove remove) {
      out.put(REMOVE, remove);
    }
  }
}
