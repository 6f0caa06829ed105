package io.entente.simulator.apigee.proxy.template;

/** JSON text. */
public final class Json {

  private Json() {}

  /** A string with its quotes. */
  public static String string(String text) {
    return '"' + Escapes.json(text) + '"';
  }
}
