package io.entente.simulator.kong.proxy.lua;

/** Lua's nil. */
public enum Nil {
  NIL
}
