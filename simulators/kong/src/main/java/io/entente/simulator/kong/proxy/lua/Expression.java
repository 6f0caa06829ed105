package io.entente.simulator.kong.proxy.lua;

/** A compiled expression. */
@FunctionalInterface
interface Expression {

  Object value(Scope scope);
}
