package io.entente.connector.apigee.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ApigeeLogReaderTest {

  @Test
  void refusesALineThatIsTooLongWithoutAskingForItsToken() {
    // Given
    var asked = new AtomicInteger();
    String line = Lines.line(Map.of("path", "/" + "x".repeat(70_000)));
    // When
    LogOutcome outcome =
        Lines.READER.read(
            line.getBytes(StandardCharsets.UTF_8),
            Lines.OBSERVED,
            token -> {
              asked.incrementAndGet();
              return Optional.empty();
            });
    // Then
    assertThat(outcome).isEqualTo(new LogOutcome.Refused(Optional.empty(), Refusal.LINE_TOO_LONG));
    assertThat(asked).hasValue(0);
  }

  @Test
  void refusesAValueThatIsLongerThanIsKept() {
    assertThat(Lines.read(Lines.line(Map.of("path", "/" + "x".repeat(17_000)))))
        .isEqualTo(new LogOutcome.Refused(Optional.empty(), Refusal.TEXT_TOO_LONG));
    assertThat(Lines.read(Lines.line(Map.of("path", "/" + "x".repeat(16_000)))))
        .isInstanceOf(LogOutcome.Taken.class);
  }

  @Test
  void aSenderThatCannotBeLookedUpIsNoRefusal() {
    byte[] line = Lines.line(Map.of()).getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(
            () ->
                Lines.READER.read(
                    line,
                    Lines.OBSERVED,
                    token -> {
                      throw new IllegalStateException("no database");
                    }))
        .hasMessage("no database");
  }

  @Test
  void refusesBytesThatAreNotText() {
    // Given
    byte[] line = Lines.line(Map.of("app", "ab")).getBytes(StandardCharsets.ISO_8859_1);
    for (int i = 0; i < line.length - 1; i++) {
      if (line[i] == 'a' && line[i + 1] == 'b') {
        line[i] = (byte) 0xc3;
      }
    }
    // When
    LogOutcome outcome = Lines.READER.read(line, Lines.OBSERVED, Lines.SENDERS);
    // Then
    assertThat(outcome).isEqualTo(new LogOutcome.Refused(Optional.empty(), Refusal.MALFORMED));
  }

  @Test
  void nothingThatIsSentMakesItThrowOrTakesAnotherGatewaysName() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    byte[] good = Lines.line(Map.of("host", "h", "app", "a")).getBytes(StandardCharsets.UTF_8);
    for (int round = 0; round < 20_000; round++) {
      // Given
      byte[] line = good.clone();
      for (int n = random.nextInt(6); n >= 0; n--) {
        line[random.nextInt(line.length)] = (byte) random.nextInt(256);
      }
      // When
      LogOutcome outcome = Lines.READER.read(line, Lines.OBSERVED, Lines.SENDERS);
      // Then
      if (outcome instanceof LogOutcome.Taken taken
          && !new String(line, StandardCharsets.UTF_8).contains("TOKEN-B")) {
        assertThat(taken.event().gateway().value()).as("seed %d", seed).isEqualTo("apigee-a");
        assertThat(taken.event().toString()).as("seed %d", seed).doesNotContain("TOKEN-A");
      }
    }
  }

  @Test
  void aValueThatBreaksOutOfItsQuotesNeverChangesWhatIsTaken() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    String[] pieces = {
      "\"", ",", ":", "{", "}", "\\", "\"t\":\"TOKEN-B\"", "\"id\":\"forged\"", "x", "\n"
    };
    for (int round = 0; round < 20_000; round++) {
      // Given
      var value = new StringBuilder();
      for (int n = random.nextInt(8); n >= 0; n--) {
        value.append(pieces[random.nextInt(pieces.length)]);
      }
      // When
      LogOutcome outcome = Lines.read(Lines.line(Map.of("host", value.toString())));
      // Then
      if (outcome instanceof LogOutcome.Taken taken) {
        assertThat(taken.event().id()).as("seed %d", seed).isEqualTo("m-1");
        assertThat(taken.event().gateway().value()).as("seed %d", seed).isEqualTo("apigee-a");
      }
    }
  }
}
