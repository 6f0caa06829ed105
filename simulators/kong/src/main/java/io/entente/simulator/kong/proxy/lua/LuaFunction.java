package io.entente.simulator.kong.proxy.lua;

import java.util.List;

/** A function given to Lua code. */
@FunctionalInterface
public interface LuaFunction {

  Object call(List<Object> arguments);

  /** The argument at a place; nil when it was not given. */
  static Object at(List<Object> arguments, int index) {
    return index < arguments.size() ? arguments.get(index) : Nil.NIL;
  }

  /** A function with one argument that is taken as a string. */
  static LuaFunction ofText(java.util.function.Function<String, Object> body) {
    return arguments -> body.apply(LuaValues.text(at(arguments, 0)));
  }
}
