package io.entente.engine;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.Optional;

/** The document in a JSON body: the member {@code query} of one object. */
final class GraphqlJson {

  private static final JsonFactory TOKENS =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(200).build())
          .build();

  private GraphqlJson() {}

  /** Empty where there is none, or something is said twice. */
  static Optional<String> query(String json) {
    try (JsonParser parser = TOKENS.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      Optional<String> query = Optional.empty();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean wanted = parser.currentName().equals("query");
        if (parser.nextToken() == JsonToken.VALUE_STRING && wanted) {
          query = Optional.of(parser.getText());
        }
        parser.skipChildren();
      }
      return parser.nextToken() == null ? query : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
