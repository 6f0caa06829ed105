package io.entente.hub.estate;

import io.entente.model.identity.GatewayId;
import io.entente.model.problem.ProblemException;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Reads every gateway from time to time, a few beside each other, each by one thread. */
@ApplicationScoped
public class InventorySchedule {
  private static final Logger LOG = Logger.getLogger(InventorySchedule.class);
  private static final int BESIDE_EACH_OTHER = 4;
  private static final int STOP_SECONDS = 10;

  private final Estate estate;
  private final Inventory inventory;
  private final PollTimes times;
  private final Set<GatewayId> underWay = ConcurrentHashMap.newKeySet();
  private final ExecutorService readers =
      Executors.newFixedThreadPool(
          BESIDE_EACH_OTHER,
          task -> {
            var thread = new Thread(task, "inventory-poll");
            thread.setDaemon(true);
            return thread;
          });

  public InventorySchedule(Estate estate, Inventory inventory, InventoryConfig config) {
    this.estate = estate;
    this.inventory = inventory;
    this.times =
        new PollTimes(
            config.interval(),
            config.fullInterval(),
            Clock.systemUTC(),
            () -> ThreadLocalRandom.current().nextDouble());
  }

  @Scheduled(
      every = "${entente.inventory.tick}",
      delayed = "${entente.inventory.tick}",
      concurrentExecution = ConcurrentExecution.SKIP)
  void readWhatIsDue() {
    for (GatewayDocument gateway : estate.gateways()) {
      GatewayId id = gateway.gateway().id();
      if (times.due(id) && underWay.add(id)) {
        readers.execute(() -> read(id));
      }
    }
  }

  private void read(GatewayId id) {
    try {
      boolean everything = times.everythingDue(id);
      if (inventory.poll(id, everything) && everything) {
        times.everythingRead(id);
      }
    } catch (ProblemException e) {
      // Deleted since it was listed.
      LOG.debugf("gateway %s was not read: %s", id, e.getMessage());
    } catch (RuntimeException e) {
      LOG.errorf(e, "the read of gateway %s could not be kept", id);
    } finally {
      underWay.remove(id);
    }
  }

  /** A read that is under way is broken off and not kept. */
  @PreDestroy
  void stop() throws InterruptedException {
    readers.shutdownNow();
    if (!readers.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
      LOG.warn("a read of a gateway did not end; the hub stops without it");
    }
  }
}
