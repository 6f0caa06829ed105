package io.entente.simulator.kong.proxy.lua;

/** Lua this simulator does not know; never to be mistaken for an error of the configuration. */
public final class UnsupportedLua extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnsupportedLua(String message) {
    super("the simulator does not enforce Lua with " + message);
  }
}
