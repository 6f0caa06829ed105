package io.entente.simulator.kong.proxy.lua;

import java.util.LinkedHashMap;
import java.util.Map;

/** A Lua table with string or number keys. */
public final class LuaTable {

  private final Map<Object, Object> values = new LinkedHashMap<>();
  private final String unknownIn;

  public LuaTable() {
    this("");
  }

  private LuaTable(String unknownIn) {
    this.unknownIn = unknownIn;
  }

  /** A table of which only a part is modelled: any other key is {@link UnsupportedLua}. */
  public static LuaTable partOf(String name) {
    return new LuaTable(name);
  }

  public LuaTable with(Object key, Object value) {
    if (value == Nil.NIL) {
      values.remove(key);
    } else {
      values.put(key, value);
    }
    return this;
  }

  public Object get(Object key) {
    Object value = values.get(key);
    if (value == null && !unknownIn.isEmpty()) {
      throw new UnsupportedLua(unknownIn + "." + key);
    }
    return value == null ? Nil.NIL : value;
  }

  public Map<Object, Object> values() {
    return values;
  }
}
