package io.entente.hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TimedStreamTest {

  @Test
  void aBodyThatDripsIsEndedAfterItsTime() throws IOException {
    // Given
    var nanos = new AtomicLong();
    var body =
        new TimedStream(new ByteArrayInputStream(new byte[10]), Duration.ofSeconds(30), nanos::get);
    // When // Then
    assertThat(body.read()).isZero();
    nanos.set(Duration.ofSeconds(31).toNanos());
    assertThatThrownBy(body::read).isInstanceOf(BodyTooSlowException.class);
  }
}
