package io.entente.simulator.kong.proxy.lua;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Names Lua code can see. Not safe for several threads. */
public final class Scope {

  private static final Set<String> NOT_MODELLED =
      Set.of(
          "ngx",
          "os",
          "io",
          "require",
          "pairs",
          "ipairs",
          "next",
          "table",
          "math",
          "pcall",
          "error",
          "assert",
          "select",
          "unpack",
          "setmetatable",
          "getmetatable",
          "rawget",
          "cjson",
          "_G",
          "coroutine",
          "debug",
          "load",
          "loadstring",
          "print",
          "bit");

  private final Map<String, Object> names = new HashMap<>();

  public Scope() {
    LuaLibrary.addTo(this);
  }

  public Scope with(String name, Object value) {
    names.put(name, value);
    return this;
  }

  Object get(String name) {
    Object value = names.get(name);
    if (value == null && NOT_MODELLED.contains(name)) {
      throw new UnsupportedLua("'" + name + "'");
    }
    return value == null ? Nil.NIL : value;
  }
}
