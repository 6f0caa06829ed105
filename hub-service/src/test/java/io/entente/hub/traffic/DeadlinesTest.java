package io.entente.hub.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class DeadlinesTest {

  @Test
  void failsWhatIsLateAndLeavesTheOthers() throws Exception {
    try (var deadlines = new Deadlines("deadlines-test")) {
      // Given
      var done = batch(1);
      var late = batch(1);
      var early = batch(TimeUnit.HOURS.toNanos(1));
      done.acknowledged();
      // When
      deadlines.add(done);
      deadlines.add(late);
      deadlines.add(early);
      // Then
      assertThatThrownBy(() -> late.done().get(20, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(TimeoutException.class);
      assertThat(done.done()).isCompletedWithValue(null);
      assertThat(early.done()).isNotDone();
    }
  }

  @Test
  void failsEverythingThatIsOpenWhenItCloses() {
    // Given
    var open = batch(TimeUnit.HOURS.toNanos(1));
    var deadlines = new Deadlines("deadlines-test");
    deadlines.add(open);
    // When
    deadlines.close();
    // Then
    assertThat(open.done()).isCompletedExceptionally();
  }

  private static PendingBatch batch(long nanosLeft) {
    return new PendingBatch(List.of(), 1, System.nanoTime() + nanosLeft);
  }
}
