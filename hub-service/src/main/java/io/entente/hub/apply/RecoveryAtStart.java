package io.entente.hub.apply;

import io.entente.hub.estate.Estate;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Settles at start what a former life of the hub left under way. */
@Singleton
public final class RecoveryAtStart {

  private static final Logger LOG = Logger.getLogger(RecoveryAtStart.class);

  private final Estate estate;
  private final GatewayLock lock;
  private final Recovery recovery;

  public RecoveryAtStart(Estate estate, GatewayLock lock, Recovery recovery) {
    this.estate = estate;
    this.lock = lock;
    this.recovery = recovery;
  }

  void start(@Observes StartupEvent event) {
    for (var document : estate.gateways()) {
      var gateway = document.gateway().id();
      try {
        lock.alone(
            gateway,
            () -> {
              recovery.settle(gateway);
              return Boolean.TRUE;
            });
      } catch (RuntimeException e) {
        LOG.warnf(e, "plans of gateway %s are not settled; the next apply tries again", gateway);
      }
    }
  }
}
