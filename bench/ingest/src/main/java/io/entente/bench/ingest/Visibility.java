package io.entente.bench.ingest;

import io.entente.bench.kit.Figures;
import io.entente.bench.kit.HubProcess;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** How long after a delivery began questions see it, while others deliver as well. */
final class Visibility {

  private static final int PROBES = 60;
  private static final int BACKGROUND_BATCH = 100;
  private static final double BACKGROUND_SECONDS = 30;

  private final HubProcess hub;
  private final Figures figures;
  private final BenchGateways gateways;

  Visibility(HubProcess hub, Figures figures) {
    this.hub = hub;
    this.figures = figures;
    this.gateways = new BenchGateways(hub);
  }

  void run() throws IOException, InterruptedException, GeneralSecurityException {
    var probe = new Deliveries(hub.address(), gateways.kong("seen", 1));
    var others = new Deliveries(hub.address(), gateways.kong("others", 1));
    gateways.awaitStored();
    var pool = Executors.newSingleThreadExecutor();
    try {
      Callable<Deliveries.Outcome> load = () -> others.run(1, BACKGROUND_BATCH, BACKGROUND_SECONDS);
      var background = pool.submit(load);
      var millis = new double[PROBES];
      int done = 0;
      while (done < PROBES && !background.isDone()) {
        millis[done++] = probe(probe);
      }
      double[] measured = Arrays.copyOf(millis, done);
      figures.put("p6.probes", done);
      figures.put("p6.background.eventsPerSecond", background.get().perSecond());
      figures.put("p6.visible.median.ms", Figures.median(measured));
      figures.put("p6.visible.p99.ms", Figures.at(measured, 99));
    } catch (ExecutionException e) {
      throw new IOException("the others could not deliver", e);
    } finally {
      pool.shutdownNow();
    }
  }

  private double probe(Deliveries probe) throws IOException, InterruptedException {
    long before = gateways.seen("seen-0");
    long begun = System.nanoTime();
    probe.once();
    while (gateways.seen("seen-0") == before) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
    return (System.nanoTime() - begun) / 1e6;
  }
}
