package io.entente.simulator.kong.proxy.lua;

import java.util.Locale;

/** The functions every scope has. */
final class LuaLibrary {

  static final LuaTable STRING =
      LuaTable.partOf("string")
          .with("upper", LuaFunction.ofText(text -> text.toUpperCase(Locale.ROOT)))
          .with("lower", LuaFunction.ofText(text -> text.toLowerCase(Locale.ROOT)))
          .with("len", LuaFunction.ofText(text -> (double) text.length()))
          .with("reverse", LuaFunction.ofText(text -> new StringBuilder(text).reverse().toString()))
          .with("sub", (LuaFunction) LuaLibrary::sub);

  private LuaLibrary() {}

  static void addTo(Scope scope) {
    scope
        .with("string", STRING)
        .with("tostring", LuaFunction.ofText(text -> text))
        .with("type", (LuaFunction) a -> LuaValues.typeOf(LuaFunction.at(a, 0)))
        .with("tonumber", (LuaFunction) a -> toNumber(LuaFunction.at(a, 0)));
  }

  private static Object toNumber(Object value) {
    try {
      return LuaValues.toNumber(value);
    } catch (LuaError notANumber) {
      return Nil.NIL;
    }
  }

  private static Object sub(java.util.List<Object> arguments) {
    String text = LuaValues.text(LuaFunction.at(arguments, 0));
    int from = (int) LuaValues.toNumber(LuaFunction.at(arguments, 1));
    Object last = LuaFunction.at(arguments, 2);
    int to = last == Nil.NIL ? -1 : (int) LuaValues.toNumber(last);
    int start = Math.max(1, from < 0 ? text.length() + from + 1 : from);
    int end = Math.min(text.length(), to < 0 ? text.length() + to + 1 : to);
    return start > end ? "" : text.substring(start - 1, end);
  }
}
