package io.entente.simulator.kong.proxy.lua;

/** What Lua code fails with at run time, as it would in the gateway. */
public final class LuaError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public LuaError(String message) {
    super(message);
  }
}
