package io.entente.console.harness;

import java.util.Optional;

/** The one attempt to set the stage: where it failed, every test says so at once. */
final class Opening implements AutoCloseable {

  private final Optional<Stage> stage;
  private final Optional<RuntimeException> failure;

  private Opening(Optional<Stage> stage, Optional<RuntimeException> failure) {
    this.stage = stage;
    this.failure = failure;
  }

  static Opening attempt() {
    try {
      return new Opening(Optional.of(Stage.set()), Optional.empty());
    } catch (RuntimeException e) {
      return new Opening(Optional.empty(), Optional.of(e));
    }
  }

  Stage stage() {
    return stage.orElseThrow(() -> new IllegalStateException("no estate", failure.orElse(null)));
  }

  @Override
  public void close() {
    stage.ifPresent(Stage::close);
  }
}
