package io.entente.simulator.kong.proxy.lua;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.kong.proxy.wire.Wire;

/** Conversions of Lua values. */
public final class LuaValues {

  private LuaValues() {}

  public static boolean truthy(Object value) {
    return value != Nil.NIL && !Boolean.FALSE.equals(value);
  }

  /** Like {@code tostring}. */
  public static String text(Object value) {
    if (value instanceof Double number) {
      return number(number);
    }
    if (value == Nil.NIL) {
      return "nil";
    }
    if (value instanceof LuaTable || value instanceof LuaFunction) {
      throw new UnsupportedLua("a table or function as text");
    }
    return value.toString();
  }

  public static String number(double number) {
    if (number == Math.rint(number) && Math.abs(number) < 1e14) {
      return String.valueOf((long) number);
    }
    return new java.math.BigDecimal(number)
        .round(new java.math.MathContext(14))
        .stripTrailingZeros()
        .toPlainString();
  }

  static double toNumber(Object value) {
    if (value instanceof Double number) {
      return number;
    }
    if (value instanceof String text && text.strip().matches("-?[0-9]+(\\.[0-9]+)?")) {
      return Double.parseDouble(text.strip());
    }
    throw new LuaError("attempt to perform arithmetic on " + typeOf(value));
  }

  static String typeOf(Object value) {
    if (value == Nil.NIL) {
      return "nil";
    }
    if (value instanceof String) {
      return "string";
    }
    if (value instanceof Double) {
      return "number";
    }
    if (value instanceof Boolean) {
      return "boolean";
    }
    return value instanceof LuaTable ? "table" : "function";
  }

  public static JsonNode json(Object value) {
    JsonNodeFactory make = JsonNodeFactory.instance;
    if (value instanceof Double number) {
      return number == Math.rint(number) && Math.abs(number) < 1e15
          ? make.numberNode(number.longValue())
          : make.numberNode(number);
    }
    if (value instanceof Boolean flag) {
      return make.booleanNode(flag);
    }
    if (value instanceof LuaTable table) {
      return json(table);
    }
    return value == Nil.NIL ? make.nullNode() : make.textNode(Wire.text(text(value)));
  }

  private static JsonNode json(LuaTable table) {
    boolean list =
        !table.values().isEmpty()
            && table.values().keySet().stream().allMatch(key -> key instanceof Double);
    if (list) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      table.values().values().forEach(value -> array.add(json(value)));
      return array;
    }
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    table.values().forEach((key, value) -> object.set(Wire.text(text(key)), json(value)));
    return object;
  }
}
