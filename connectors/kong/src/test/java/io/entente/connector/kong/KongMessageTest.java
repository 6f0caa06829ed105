package io.entente.connector.kong;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What Kong says is passed on with its field, and never with a credential. */
class KongMessageTest {

  @Test
  void schemaViolationNamesTheField() {
    // When
    var said = KongMessage.of(Optional.of(Recorded.body("07-err-400-plugin-config-nested")));
    // Then
    assertThat(said.field()).contains("config.http_endpoint");
    assertThat(said.text()).contains("missing host in url").doesNotContain("\n");
  }

  @Test
  void takenCredentialIsNotRepeated() {
    // When
    var said = KongMessage.of(Optional.of(Recorded.body("07-err-409-unique-credential")));
    // Then
    assertThat(said.text()).isEqualTo("the key is taken by another entity");
    assertThat(said.field()).contains("key");
  }

  @Test
  void flattenedErrorsOfADocumentNameTheEntity() {
    // When
    var said = KongMessage.of(Optional.of(Recorded.body("12-dbless-post-config-invalid-flatten")));
    // Then
    assertThat(said.text()).contains("service x at host: required field missing");
    assertThat(said.field()).contains("host");
  }

  @Test
  void htmlIsNotRepeated() {
    // When
    var said = KongMessage.of(Optional.of(Recorded.body("07-err-415-text-plain")));
    // Then
    assertThat(said.text()).doesNotContain("<").isNotBlank();
  }

  @Test
  void noBodyIsSaidSo() {
    assertThat(KongMessage.of(Optional.empty()).text()).isEqualTo("without a message");
  }
}
