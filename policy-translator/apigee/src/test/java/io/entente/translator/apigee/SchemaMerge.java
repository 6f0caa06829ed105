package io.entente.translator.apigee;

import static io.entente.translator.apigee.SchemaInterpreter.require;

import java.util.ArrayList;
import java.util.List;

/** Fields that are shown under one name, which have to be the same where one object has both. */
final class SchemaMerge {

  private SchemaMerge() {}

  /** A field where it is selected. */
  record Selected(
      String parent,
      String shown,
      String name,
      String arguments,
      String type,
      List<Selected> below) {}

  static void check(List<Selected> fields, SchemaTypes types) {
    for (Selected one : fields) {
      for (Selected other : fields) {
        if (one.shown().equals(other.shown())) {
          boolean apart =
              !one.parent().equals(other.parent())
                  && types.object(one.parent())
                  && types.object(other.parent());
          compare(one, other, apart, types);
        }
      }
    }
  }

  private static void compare(Selected one, Selected other, boolean apart, SchemaTypes types) {
    require(apart || one.name().equals(other.name()) && one.arguments().equals(other.arguments()));
    String shape = one.type().replaceAll("[A-Za-z]+", "");
    require(shape.equals(other.type().replaceAll("[A-Za-z]+", "")));
    String first = SchemaTypes.bare(one.type());
    String second = SchemaTypes.bare(other.type());
    require(types.composite(first) && types.composite(second) || first.equals(second));
    if (apart) {
      for (Selected a : one.below()) {
        for (Selected b : other.below()) {
          if (a.shown().equals(b.shown())) {
            compare(a, b, true, types);
          }
        }
      }
      check(one.below(), types);
      return;
    }
    var all = new ArrayList<>(one.below());
    all.addAll(other.below());
    check(all, types);
  }
}
