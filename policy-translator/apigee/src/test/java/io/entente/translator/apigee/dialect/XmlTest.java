package io.entente.translator.apigee.dialect;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class XmlTest {

  @Test
  void readsWhatIsInTheEncodingItDeclares() {
    byte[] latin =
        "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a b=\"é\"/>".getBytes(ISO_8859_1);

    assertThat(Xml.readBounded(latin))
        .hasValueSatisfying(a -> assertThat(a.getAttribute("b")).isEqualTo("é"));
  }

  @Test
  void findsNothingInAnEncodingThatNobodyKnows() {
    byte[] unknown = "<?xml version=\"1.0\" encoding=\"UTF-99\"?><a/>".getBytes(UTF_8);

    assertThat(Xml.readBounded(unknown)).isEmpty();
  }

  @Test
  void findsNothingInBytesThatAreNotInTheEncodingTheyDeclare() {
    byte[] latin = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><a>é</a>".getBytes(ISO_8859_1);

    assertThat(Xml.readBounded(latin)).isEmpty();
  }
}
