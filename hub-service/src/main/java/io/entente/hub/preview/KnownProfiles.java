package io.entente.hub.preview;

import io.entente.hub.estate.Connectors;
import io.entente.hub.estate.GatewayDocument;
import io.entente.model.estate.GatewayProfile;
import io.entente.model.identity.GatewayId;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What gateways said they are, a moment ago: somebody who types must not make the hub ask a gateway
 * at every key. At most one question a gateway is on its way, however slow the gateway is.
 */
@Singleton
public final class KnownProfiles {

  private static final Duration KEPT = Duration.ofSeconds(15);
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Connectors connectors;
  private final Map<GatewayId, Asked> asked = new ConcurrentHashMap<>();

  public KnownProfiles(Connectors connectors) {
    this.connectors = connectors;
  }

  private record Asked(
      GatewayDocument document, long atNanos, CompletableFuture<GatewayProfile> answer) {

    boolean serves(GatewayDocument wanted) {
      boolean fresh = System.nanoTime() - atNanos < KEPT.toNanos();
      return document.equals(wanted) && (fresh || !answer.isDone());
    }
  }

  /**
   * The profile, of now or of at most 15 s ago. Blocks for at most 3 s.
   *
   * @throws ProblemException when the gateway cannot be asked, or GATEWAY_SLOW
   */
  GatewayProfile of(GatewayDocument gateway) {
    var answer =
        asked
            .compute(
                gateway.gateway().id(),
                (id, last) -> last != null && last.serves(gateway) ? last : ask(gateway))
            .answer();
    try {
      return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new ProblemException(
          Problem.vendor(
              "GATEWAY_SLOW",
              "Gateway " + gateway.gateway().id() + " has not said in time what it can do.",
              gateway.gateway().id().value(),
              "Wait a little and change the text, or look at the gateway's page."));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ProblemException known) {
        throw known;
      }
      throw new IllegalStateException("gateway " + gateway.gateway().id() + " not asked", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking a gateway", e);
    }
  }

  /** Forgets gateways that are not among {@code known}. */
  void keepOnly(Collection<GatewayId> known) {
    asked.keySet().retainAll(known);
  }

  private Asked ask(GatewayDocument gateway) {
    return new Asked(
        gateway,
        System.nanoTime(),
        CompletableFuture.supplyAsync(
            () -> connectors.open(gateway).describe(), Infrastructure.getDefaultWorkerPool()));
  }
}
