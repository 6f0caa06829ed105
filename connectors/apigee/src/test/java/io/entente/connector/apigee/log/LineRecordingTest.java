package io.entente.connector.apigee.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.model.event.Recording;
import io.entente.model.event.Recording.ErrorsAndSample;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a line says is to be kept of its exchange. */
class LineRecordingTest {

  @Test
  void isTakenFromTheLine() {
    assertThat(recording(Lines.line(Map.of("rec", "errors-and-1-in-10"))))
        .isEqualTo(new ErrorsAndSample(10));
    assertThat(recording(Lines.line(Map.of("rec", "aggregate")))).isEqualTo(Recording.AGGREGATE);
    assertThat(recording(Lines.line(Map.of("rec", "all")))).isEqualTo(Recording.ALL);
  }

  @Test
  void isEverythingWhereALineDoesNotSayOrSaysWhatIsNotUnderstood() {
    String silent = Lines.line(Map.of()).replace("\"rec\":\"\",", "");

    assertThat(silent).doesNotContain("rec\"");
    assertThat(recording(silent)).isEqualTo(Recording.ALL);
    assertThat(recording(Lines.line(Map.of("rec", "errors-and-1-in-3")))).isEqualTo(Recording.ALL);
  }

  @Test
  void standsBeforeAnythingThatACallerCanWrite() {
    // Given: a caller who breaks out of the quotes of a value
    String forged =
        Lines.line(Map.of("host", "x\",\"rec\":\"errors-and-1-in-1000000"))
            .replace("\"rec\":\"\",", "");

    // When // Then
    assertThat(Lines.read(forged))
        .isEqualTo(new LogOutcome.Refused(Optional.empty(), Refusal.FIELD_OUT_OF_PLACE));
  }

  private static Recording recording(String line) {
    return ((LogOutcome.Taken) Lines.read(line)).recording();
  }
}
