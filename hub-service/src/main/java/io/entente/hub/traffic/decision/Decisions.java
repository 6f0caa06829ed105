package io.entente.hub.traffic.decision;

import io.entente.connector.spi.TelemetrySink;
import io.entente.hub.embedded.Topics;
import io.entente.hub.kafka.KafkaAccess;
import io.entente.hub.plan.GatewayEstate;
import io.entente.hub.traffic.PublisherSettings;
import io.entente.hub.traffic.TrafficConfig;
import io.entente.hub.traffic.TrafficPublisher;
import io.entente.model.event.Recorded;
import io.entente.model.event.Recording;
import io.entente.model.event.TrafficEvent;
import io.entente.model.identity.PolicyName;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Tells of requests that a policy refused, once the requests themselves are durable. A decision
 * that cannot be told is counted in {@code entente.decision.publish.failed} and takes nothing from
 * its request. Safe for many threads; may block on a look at the policies.
 */
@ApplicationScoped
public class Decisions {

  private static final Logger LOG = Logger.getLogger(Decisions.class);
  private static final Duration FRESH = Duration.ofSeconds(10);

  private final TelemetrySink publisher;
  private final Runnable ending;
  private final Supplier<Set<PolicyName>> policies;
  private volatile Known known = new Known(Set.of(), System.nanoTime() - FRESH.toNanos());

  private record Known(Set<PolicyName> names, long nanos) {}

  @Inject
  Decisions(KafkaAccess kafka, TrafficConfig config, MeterRegistry metrics, GatewayEstate estate) {
    var records =
        new TrafficPublisher(
            new PublisherSettings(
                kafka, Topics.DECISION.topic(), config.publishTimeout(), config.maxInFlight()),
            metrics,
            "entente.decision",
            DecisionCodec::encode);
    this.publisher = records;
    this.ending = records::close;
    this.policies =
        () -> estate.policies().stream().map(p -> p.id().policy()).collect(Collectors.toSet());
  }

  Decisions(TelemetrySink publisher, Supplier<Set<PolicyName>> policies) {
    this.publisher = publisher;
    this.ending = () -> {};
    this.policies = policies;
  }

  /** Hands everything to {@code sink} and tells of the decisions in it. */
  public TelemetrySink telling(TelemetrySink sink) {
    return new TelemetrySink() {
      @Override
      public CompletionStage<Void> accept(List<TrafficEvent> events) {
        return accept(Recorded.of(events, Recording.ALL));
      }

      /** Of a request that is only counted nothing is told by itself. */
      @Override
      public CompletionStage<Void> accept(Recorded recorded) {
        List<TrafficEvent> told = recorded.kept().stream().filter(Decisions.this::named).toList();
        CompletionStage<Void> durable = sink.accept(recorded);
        return told.isEmpty() ? durable : durable.thenRun(() -> tell(told));
      }
    };
  }

  private void tell(List<TrafficEvent> told) {
    publisher
        .accept(told)
        .whenComplete(
            (done, failure) -> {
              if (failure != null) {
                LOG.warnf(failure, "%d decisions could not be told", told.size());
              }
            });
  }

  /** Whether a policy of ours is named; a name that nobody gave to one tells nothing. */
  private boolean named(TrafficEvent event) {
    return DeniedBy.of(event).filter(name -> names().contains(name)).isPresent();
  }

  private Set<PolicyName> names() {
    Known last = known;
    if (System.nanoTime() - last.nanos() < FRESH.toNanos()) {
      return last.names();
    }
    try {
      var now = new Known(policies.get(), System.nanoTime());
      known = now;
      return now.names();
    } catch (RuntimeException e) {
      LOG.warn("policies cannot be looked up; those known before hold", e);
      known = new Known(last.names(), System.nanoTime());
      return last.names();
    }
  }

  @PreDestroy
  void close() {
    ending.run();
  }
}
