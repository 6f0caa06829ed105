package io.entente.simulator.kong;

/** Command line of the simulator. */
public final class KongSimulator {

  private KongSimulator() {}

  public static void main(String[] args) {
    System.out.println("Kong simulator 3.9.1");
  }
}
