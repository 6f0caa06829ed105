package io.entente.hub.docs;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class EventReferenceTest {

  @Test
  void referenceSaysWhatTheDescriptionSays() throws IOException {
    // When
    String made = new EventReference(AsyncApiDocument.read()).text();

    // Then
    GeneratedPart.of("events/README.md").is(made);
  }
}
