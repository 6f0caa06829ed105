package io.entente.simulator.kong.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.entente.simulator.kong.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LuaTextTest {

  private static final String NESTED =
      "{\"b\":[{\"n\":1.0}],\"a\":null,\"@entity\":\"x\",\"n\":2.5}";

  @Test
  void writesTablesOnOneLineWithSortedKeys() throws JsonProcessingException {
    // When
    String text = LuaText.compact(Json.read(NESTED.getBytes(StandardCharsets.UTF_8)));

    // Then
    assertThat(text).isEqualTo("{[\"@entity\"]=\"x\",a=null,b={{n=1}},n=2.5}");
  }

  @Test
  void writesTablesOnSeveralLines() throws JsonProcessingException {
    // When
    String text =
        LuaText.indented(Json.read("{\"a\":{\"b\":\"c\"}}".getBytes(StandardCharsets.UTF_8)));

    // Then
    assertThat(text).isEqualTo("{\n  a = {\n    b = \"c\"\n  }\n}");
  }
}
