package io.entente.translator.envoy.dialect;

/** Kinds of native object of an Envoy gateway. */
public final class EnvoyKinds {

  public static final String CLUSTER = "cluster";
  public static final String LISTENER = "listener";
  public static final String ROUTE_CONFIGURATION = "route_configuration";

  private EnvoyKinds() {}
}
