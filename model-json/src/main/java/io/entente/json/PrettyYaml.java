package io.entente.json;

import io.entente.model.tree.CanonicalText;
import io.entente.model.tree.Node;
import io.entente.model.tree.Scalar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** YAML in block style. */
final class PrettyYaml {

  private static final int LONGEST_PLAIN_NUMBER = 40;

  private PrettyYaml() {}

  static String write(Node node) {
    var settings =
        DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).setWidth(160).build();
    return new Dump(settings).dumpToString(plain(node));
  }

  private static @Nullable Object plain(Node node) {
    if (node instanceof Node.Obj obj) {
      var map = new LinkedHashMap<String, @Nullable Object>();
      obj.fields().forEach((name, value) -> map.put(name, plain(value)));
      return map;
    }
    if (node instanceof Node.Arr arr) {
      var list = new ArrayList<@Nullable Object>();
      arr.items().forEach(item -> list.add(plain(item)));
      return list;
    }
    return node instanceof Node.Value value ? scalar(value.value()) : CanonicalText.of(node);
  }

  private static @Nullable Object scalar(Scalar scalar) {
    if (scalar instanceof Scalar.Text text) {
      return text.value();
    }
    if (scalar instanceof Scalar.Bool bool) {
      return bool.value();
    }
    return scalar instanceof Scalar.Num num ? number(num.value()) : null;
  }

  private static Number number(BigDecimal value) {
    boolean whole = value.scale() <= 0 && value.precision() - value.scale() <= LONGEST_PLAIN_NUMBER;
    return whole ? value.toBigInteger() : value;
  }
}
