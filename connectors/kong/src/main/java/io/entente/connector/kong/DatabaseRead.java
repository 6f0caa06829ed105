package io.entente.connector.kong;

import io.entente.connector.spi.PageSink;
import io.entente.connector.spi.ReadScope;
import io.entente.connector.spi.Secrets;
import io.entente.connector.spi.reading.Fan;
import io.entente.model.estate.Completeness;
import io.entente.model.estate.VendorSchema;
import io.entente.model.nativeobject.NativeObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/** One read of a Kong with database: collections side by side, then the targets by upstream. */
final class DatabaseRead {

  /** Every edition has them: not to find one means that something stands in the way. */
  private static final Set<KongCollection> ALWAYS =
      EnumSet.of(
          KongCollection.SERVICES,
          KongCollection.ROUTES,
          KongCollection.PLUGINS,
          KongCollection.CONSUMERS,
          KongCollection.UPSTREAMS,
          KongCollection.CERTIFICATES,
          KongCollection.CA_CERTIFICATES,
          KongCollection.SNIS);

  private final AdminApi admin;
  private final Secrets secrets;
  private final VendorSchema schema;
  private final int parallel;
  private final ReadScope scope;
  private final PageSink sink;
  private final List<String> upstreams = new ArrayList<>();
  private boolean anything;
  private Optional<AdminFailure> failure = Optional.empty();

  /** What one list gave, and why it ended early. */
  private record Listed(
      Optional<KongCollection> collection,
      List<NativeObject> found,
      Optional<AdminFailure> failure) {}

  DatabaseRead(
      AdminApi admin,
      Secrets secrets,
      VendorSchema schema,
      int parallel,
      ReadScope scope,
      PageSink sink) {
    this.admin = admin;
    this.secrets = secrets;
    this.schema = schema;
    this.parallel = parallel;
    this.scope = scope;
    this.sink = sink;
  }

  Completeness run() {
    try {
      Fan.out("kong-read", collections(), parallel, this::take);
      if (failure.isEmpty() && wanted(KongCollection.TARGETS)) {
        Fan.out("kong-read", targets(), parallel, this::take);
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
    return anything
        ? new Completeness.Partial(why.problem())
        : new Completeness.Failed(why.failure(), why.problem());
  }

  private List<Callable<Listed>> collections() {
    return Arrays.stream(KongCollection.values())
        .filter(c -> c != KongCollection.TARGETS)
        .filter(c -> wanted(c) || onTheWay(c))
        .map(c -> (Callable<Listed>) () -> list(c))
        .toList();
  }

  private List<Callable<Listed>> targets() {
    return upstreams.stream()
        .map(
            upstream ->
                (Callable<Listed>)
                    () ->
                        listed(
                            Optional.empty(),
                            CollectionRead.targets(admin, secrets, schema, upstream),
                            true))
        .toList();
  }

  private Listed list(KongCollection collection) {
    return listed(
        Optional.of(collection),
        CollectionRead.of(admin, secrets, schema, collection),
        !ALWAYS.contains(collection));
  }

  /** An upstream removed meanwhile has no targets; a collection not of this edition is empty. */
  private static Listed listed(
      Optional<KongCollection> collection, CollectionRead read, boolean mayBeAbsent) {
    try {
      read.run();
      return new Listed(collection, read.found(), Optional.empty());
    } catch (AdminFailure e) {
      boolean absent = mayBeAbsent && e.notFound() && read.found().isEmpty();
      return new Listed(collection, read.found(), absent ? Optional.empty() : Optional.of(e));
    }
  }

  private boolean take(Listed listed) {
    if (listed.collection().equals(Optional.of(KongCollection.UPSTREAMS))) {
      listed.found().forEach(upstream -> upstreams.add(upstream.key().nativeId()));
    }
    if (listed.collection().map(this::wanted).orElse(true)) {
      for (int from = 0; from < listed.found().size(); from += CollectionRead.PAGE) {
        anything = true;
        int to = Math.min(listed.found().size(), from + CollectionRead.PAGE);
        sink.page(listed.found().subList(from, to));
      }
    }
    if (failure.isEmpty()) {
      failure = listed.failure();
    }
    return listed.failure().isEmpty();
  }

  private boolean wanted(KongCollection collection) {
    return KongInventoryReader.inScope(scope, collection.path());
  }

  /** Targets are found through their upstreams. */
  private boolean onTheWay(KongCollection collection) {
    return collection == KongCollection.UPSTREAMS && wanted(KongCollection.TARGETS);
  }
}
