package io.entente.hub.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.entente.model.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PreviewSlotsTest {

  private final PreviewSlots slots = new PreviewSlots();
  private final ExecutorService callers = Executors.newCachedThreadPool();
  private final CountDownLatch end = new CountDownLatch(1);
  private final AtomicInteger working = new AtomicInteger();

  @AfterEach
  void stop() {
    end.countDown();
    callers.shutdownNow();
  }

  @Test
  void aThirdPreviewOfOneCallerIsRefusedAtOnce() {
    // Given
    var first = ask("ann");
    Awaitility.await().until(() -> working.get() == 1);
    var second = ask("ann");
    // When
    Awaitility.await().until(() -> refused("ann"));
    // Then
    assertThat(working).hasValue(1);
    assertThat(first.isDone() || second.isDone()).isFalse();
  }

  @Test
  void twoCallersAreWorkedForAtOnceAndNoMore() throws Exception {
    // Given
    List<Future<String>> asked = new ArrayList<>();
    for (String who : List.of("ann", "ben", "cat", "dan")) {
      asked.add(ask(who));
    }
    Awaitility.await().until(() -> working.get() == 2);
    Awaitility.await().during(200, TimeUnit.MILLISECONDS).until(() -> working.get() == 2);
    // When
    end.countDown();
    // Then
    for (Future<String> one : asked) {
      assertThat(one.get(10, TimeUnit.SECONDS)).isEqualTo("done");
    }
  }

  @Test
  void aFailedPreviewGivesItsPlaceBack() {
    for (int i = 0; i < 20; i++) {
      // When
      assertThatExceptionOfType(IllegalStateException.class)
          .isThrownBy(
              () ->
                  slots.run(
                      "ann",
                      () -> {
                        throw new IllegalStateException("broken");
                      }));
    }
    // Then
    assertThat(slots.run("ann", () -> "done")).isEqualTo("done");
  }

  private boolean refused(String who) {
    try {
      slots.run(who, () -> "came in");
      return false;
    } catch (ProblemException e) {
      return e.problems().get(0).code().equals("PREVIEW_BUSY");
    }
  }

  private Future<String> ask(String who) {
    return callers.submit(
        () ->
            slots.run(
                who,
                () -> {
                  working.incrementAndGet();
                  try {
                    assertThat(end.await(20, TimeUnit.SECONDS)).isTrue();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                  working.decrementAndGet();
                  return "done";
                }));
  }
}
