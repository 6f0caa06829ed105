package io.entente.connector.apigee;

import io.entente.connector.spi.PageSink;
import io.entente.connector.spi.reading.Fan;
import io.entente.model.estate.Completeness;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;

/**
 * One read: lists side by side, then what they showed. The first failure ends it; an object that
 * two lists show is handed over once.
 */
final class InventoryRead {

  private static final int PARALLEL = 8;
  private static final int PAGE = 500;

  private final Predicate<NativeObject> wanted;
  private final PageSink sink;
  private final Set<ObjectKey> handedOver = new HashSet<>();
  private final List<Part.Job> next = new ArrayList<>();
  private Optional<ApigeeFailure> failure = Optional.empty();

  InventoryRead(Predicate<NativeObject> wanted, PageSink sink) {
    this.wanted = wanted;
    this.sink = sink;
  }

  Completeness run(List<Part.Job> jobs) {
    next.addAll(jobs);
    try {
      while (!next.isEmpty() && failure.isEmpty()) {
        var wave = next.stream().map(InventoryRead::caught).toList();
        next.clear();
        Fan.out("apigee-read", wave, PARALLEL, this::take);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      failure = Optional.of(Failures.interrupted("The read", false));
    } catch (ExecutionException e) {
      failure =
          Optional.of(Failures.ofOurs("The read", Objects.requireNonNullElse(e.getCause(), e)));
    }
    if (failure.isEmpty()) {
      return new Completeness.Complete();
    }
    var why = failure.get();
    return handedOver.isEmpty()
        ? new Completeness.Failed(why.failure(), why.problem())
        : new Completeness.Partial(why.problem());
  }

  private static Callable<Part> caught(Part.Job job) {
    return () -> {
      try {
        return job.run();
      } catch (ApigeeFailure e) {
        return Part.failed(e);
      }
    };
  }

  private boolean take(Part part) {
    var fresh = part.found().stream().filter(wanted).filter(o -> handedOver.add(o.key())).toList();
    for (int from = 0; from < fresh.size(); from += PAGE) {
      sink.page(fresh.subList(from, Math.min(fresh.size(), from + PAGE)));
    }
    next.addAll(part.next());
    if (failure.isEmpty()) {
      failure = part.failure();
    }
    return part.failure().isEmpty();
  }
}
