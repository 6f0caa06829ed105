package io.entente.bench.kong;

import io.entente.simulator.kong.KongSimulator;
import io.entente.simulator.kong.Options;
import io.entente.simulator.kong.fault.Effect;
import io.entente.simulator.kong.fault.Fault;
import io.entente.simulator.kong.fault.Trigger;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;

/** A simulated Kong in a process of its own, so that its memory and work are not ours. */
final class SimulatorProcess implements AutoCloseable {

  private final Process process;
  private final URI admin;

  private SimulatorProcess(Process process, URI admin) {
    this.process = process;
    this.admin = admin;
  }

  /**
   * Starts a child of this program's own class path.
   *
   * @param perSecond answers 429 beyond, and to one in twenty by chance; 0 never
   */
  static SimulatorProcess start(Estate estate, int delayMillis, int perSecond) throws IOException {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx3g",
                "-cp",
                System.getProperty("java.class.path"),
                KongBench.class.getName(),
                "serve",
                estate.toString(),
                String.valueOf(delayMillis),
                String.valueOf(perSecond))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String port = out.readLine();
    if (port == null) {
      throw new IOException("the simulator did not start");
    }
    return new SimulatorProcess(process, URI.create("http://127.0.0.1:" + port.strip()));
  }

  /** What the child does: serves until its input ends. */
  static void serve(Estate estate, int delayMillis, int perSecond) throws IOException {
    try (var node = KongSimulator.start(Options.defaults())) {
      node.store().load(estate.build());
      var faults = new ArrayList<Fault>();
      if (delayMillis > 0) {
        faults.add(new Fault(new Effect.Delay(delayMillis), Trigger.ALWAYS));
      }
      if (perSecond > 0) {
        var tooMany = new Effect.TooManyRequests(0);
        faults.add(new Fault(tooMany, Trigger.above(perSecond)));
        faults.add(new Fault(tooMany, Trigger.some(Trigger.On.ANY, 0.05, 1)));
      }
      node.faults().set(faults);
      System.out.println(node.adminPort());
      while (System.in.read() >= 0) {
        // serves until the parent is gone
      }
    }
  }

  URI admin() {
    return admin;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
