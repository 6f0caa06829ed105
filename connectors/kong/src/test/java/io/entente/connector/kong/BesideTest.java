package io.entente.connector.kong;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.connector.spi.StepOutcome;
import io.entente.model.plan.StepResult;
import io.entente.model.problem.FailureClass;
import io.entente.model.problem.Problem;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Steps beside each other, and what becomes of the rest when one is not done. */
class BesideTest {

  private static final StepResult DONE = new StepResult.Done(Map.of());
  private static final Problem WHY = Problem.vendor("NO", "No.", "gateway", "Look.");
  private static final StepResult REFUSED =
      new StepResult.Refused(FailureClass.PRECONDITION_LOST, WHY);

  @Test
  void asManyStepsAsAllowedAreUnderWayAtOnce() {
    // Given: no step ends before three others are under way
    var meeting = new CyclicBarrier(4);
    // When
    var outcomes = Beside.run(12, 4, position -> meet(meeting));
    // Then
    assertThat(outcomes).hasSize(12).allMatch(StepOutcome::done);
  }

  @Test
  void nothingBeginsOnceAStepWasNotDone() {
    // When
    var outcomes = Beside.run(10, 1, position -> position == 3 ? REFUSED : DONE);
    // Then
    assertThat(outcomes.subList(0, 3)).allMatch(StepOutcome::done);
    assertThat(outcomes.get(3)).isEqualTo(new StepOutcome.Tried(REFUSED));
    assertThat(outcomes.subList(4, 10)).containsOnly(new StepOutcome.NotSent());
  }

  @Test
  void resultsOfStepsUnderWayAreKeptWhenAnotherIsRefused() {
    // Given: the first ends after the second was refused
    var refused = new CountDownLatch(1);
    // When
    var outcomes =
        Beside.run(
            2,
            2,
            position -> {
              if (position == 1) {
                refused.countDown();
                return REFUSED;
              }
              await(refused);
              return DONE;
            });
    // Then
    assertThat(outcomes.get(0).done()).isTrue();
    assertThat(outcomes.get(1)).isEqualTo(new StepOutcome.Tried(REFUSED));
  }

  @Test
  void anInterruptReachesEveryStepAndNothingIsUnderWayAfterwards() {
    // Given: the calling thread is interrupted by its first step; the others wait for ever
    var underWay = new AtomicInteger();
    var caller = Thread.currentThread();
    var begun = new CountDownLatch(3);
    // When
    var outcomes =
        Beside.run(
            20,
            3,
            position -> {
              underWay.incrementAndGet();
              begun.countDown();
              try {
                if (Thread.currentThread() == caller) {
                  begun.await();
                  caller.interrupt();
                  return DONE;
                }
                new CountDownLatch(1).await();
                return DONE;
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new StepResult.Unknown(WHY);
              } finally {
                underWay.decrementAndGet();
              }
            });
    boolean interrupted = Thread.interrupted();
    // Then
    assertThat(interrupted).isTrue();
    assertThat(underWay).hasValue(0);
    assertThat(outcomes.stream().filter(StepOutcome::done)).hasSize(1);
    assertThat(outcomes.stream().filter(new StepOutcome.NotSent()::equals)).hasSize(17);
  }

  private static StepResult meet(CyclicBarrier meeting) {
    try {
      meeting.await(20, TimeUnit.SECONDS);
      return DONE;
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      return REFUSED;
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
