package io.entente.connector.apigee;

import io.entente.model.nativeobject.NativeObject;
import java.util.List;
import java.util.Optional;

/**
 * What one job of a read gave.
 *
 * @param found objects
 * @param next jobs that it showed to be needed
 * @param failure why it ended early
 */
record Part(List<NativeObject> found, List<Job> next, Optional<ApigeeFailure> failure) {

  /** One bounded piece of a read. */
  @FunctionalInterface
  interface Job {
    Part run() throws ApigeeFailure;
  }

  Part {
    found = List.copyOf(found);
    next = List.copyOf(next);
  }

  static Part of(List<NativeObject> found) {
    return new Part(found, List.of(), Optional.empty());
  }

  static Part of(NativeObject found) {
    return of(List.of(found));
  }

  static Part then(List<NativeObject> found, List<Job> next) {
    return new Part(found, next, Optional.empty());
  }

  static Part failed(ApigeeFailure failure) {
    return new Part(List.of(), List.of(), Optional.of(failure));
  }
}
