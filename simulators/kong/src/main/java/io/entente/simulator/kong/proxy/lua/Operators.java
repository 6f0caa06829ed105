package io.entente.simulator.kong.proxy.lua;

import java.util.ArrayList;
import java.util.List;

/** What operators, indexing and calls do. */
final class Operators {

  static final List<String> COMPARISONS = List.of("==", "~=", "<=", ">=", "<", ">");
  static final List<List<String>> LEVELS =
      List.of(List.of(".."), List.of("+", "-"), List.of("*", "/", "%"));

  private Operators() {}

  static Object compare(String symbol, Object a, Object b) {
    if (symbol.equals("==") || symbol.equals("~=")) {
      return a.equals(b) == symbol.equals("==");
    }
    int order;
    if (a instanceof Double x && b instanceof Double y) {
      order = x.compareTo(y);
    } else if (a instanceof String x && b instanceof String y) {
      order = x.compareTo(y);
    } else {
      throw new LuaError(
          "attempt to compare " + LuaValues.typeOf(a) + " with " + LuaValues.typeOf(b));
    }
    return switch (symbol) {
      case "<" -> order < 0;
      case ">" -> order > 0;
      case "<=" -> order <= 0;
      default -> order >= 0;
    };
  }

  static Object apply(String symbol, Object a, Object b) {
    if (symbol.equals("..")) {
      return joinable(a) + joinable(b);
    }
    double x = LuaValues.toNumber(a);
    double y = LuaValues.toNumber(b);
    return switch (symbol) {
      case "+" -> x + y;
      case "-" -> x - y;
      case "*" -> x * y;
      case "/" -> x / y;
      default -> x - Math.floor(x / y) * y;
    };
  }

  static Object unary(String symbol, Object value) {
    if (symbol.equals("not")) {
      return !LuaValues.truthy(value);
    }
    if (symbol.equals("-")) {
      return -LuaValues.toNumber(value);
    }
    if (value instanceof String text) {
      return (double) text.length();
    }
    if (value instanceof LuaTable table) {
      double length = 0;
      while (table.values().containsKey(length + 1)) {
        length++;
      }
      return length;
    }
    throw new LuaError("attempt to get length of " + LuaValues.typeOf(value));
  }

  static Object index(Object value, Object key) {
    if (value instanceof LuaTable table) {
      return table.get(key);
    }
    if (value instanceof String) {
      return LuaLibrary.STRING.get(key);
    }
    throw new LuaError("attempt to index a " + LuaValues.typeOf(value) + " value");
  }

  static Object call(Object function, List<Object> arguments) {
    if (function instanceof LuaFunction callable) {
      return callable.call(arguments);
    }
    throw new LuaError("attempt to call a " + LuaValues.typeOf(function) + " value");
  }

  static Object callMethod(Object on, String method, List<Object> arguments) {
    var all = new ArrayList<Object>();
    all.add(on);
    all.addAll(arguments);
    return call(index(on, method), all);
  }

  private static String joinable(Object value) {
    if (value instanceof String || value instanceof Double) {
      return LuaValues.text(value);
    }
    throw new LuaError("attempt to concatenate a " + LuaValues.typeOf(value) + " value");
  }
}
