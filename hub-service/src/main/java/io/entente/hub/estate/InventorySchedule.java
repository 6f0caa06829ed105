package io.entente.hub.estate;

import io.entente.model.identity.GatewayId;
import io.entente.model.problem.ProblemException;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Reads every gateway from time to time, not all at the same moment. */
@ApplicationScoped
public class InventorySchedule {
  private static final Logger LOG = Logger.getLogger(InventorySchedule.class);
  private static final double JITTER = 0.1;

  private final Estate estate;
  private final Inventory inventory;
  private final Duration interval;
  private final Map<GatewayId, Instant> due = new ConcurrentHashMap<>();

  public InventorySchedule(
      Estate estate,
      Inventory inventory,
      @ConfigProperty(name = "entente.inventory.interval", defaultValue = "60s")
          Duration interval) {
    this.estate = estate;
    this.inventory = inventory;
    this.interval = interval;
  }

  @Scheduled(
      every = "${entente.inventory.tick:5s}",
      delayed = "${entente.inventory.tick:5s}",
      concurrentExecution = ConcurrentExecution.SKIP)
  void readWhatIsDue() {
    for (GatewayDocument gateway : estate.gateways()) {
      GatewayId id = gateway.gateway().id();
      Instant now = Instant.now();
      if (now.isBefore(due.getOrDefault(id, now))) {
        continue;
      }
      due.put(id, now.plus(jittered(ThreadLocalRandom.current().nextDouble())));
      try {
        inventory.refresh(id);
      } catch (ProblemException e) {
        // Deleted since it was listed.
        LOG.debugf("gateway %s was not read: %s", id, e.getMessage());
      } catch (RuntimeException e) {
        LOG.errorf(e, "the read of gateway %s could not be kept", id);
      }
    }
  }

  private Duration jittered(double random) {
    return Duration.ofMillis((long) (interval.toMillis() * (1 - JITTER + 2 * JITTER * random)));
  }
}
