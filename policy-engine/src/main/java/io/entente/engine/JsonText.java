package io.entente.engine;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.entente.policy.JsonThreat;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Reads JSON token by token, and no further than a rule allows. */
final class JsonText {

  /** Without limits of its own: those of the rule are the ones that count. */
  private static final JsonFactory TOKENS =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private final JsonThreat rule;
  private final Deque<Container> open = new ArrayDeque<>();
  private boolean ended;

  private JsonText(JsonThreat rule) {
    this.rule = rule;
  }

  /** The field of the rule that the text goes beyond, or {@code malformed}. */
  static Optional<String> exceeded(JsonThreat rule, String text) {
    try (JsonParser parser = TOKENS.createParser(text)) {
      return new JsonText(rule).read(parser);
    } catch (IOException e) {
      return Optional.of("malformed");
    }
  }

  private Optional<String> read(JsonParser parser) throws IOException {
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      if (ended) {
        return Optional.of("malformed");
      }
      Optional<String> beyond = beyond(token, parser);
      if (beyond.isPresent()) {
        return beyond;
      }
    }
    return ended ? Optional.empty() : Optional.of("malformed");
  }

  private Optional<String> beyond(JsonToken token, JsonParser parser) throws IOException {
    if (token.isStructEnd()) {
      open.pop();
      ended = open.isEmpty();
      return Optional.empty();
    }
    if (token == JsonToken.FIELD_NAME) {
      return longer(parser.currentName(), rule.maxNameLength(), "maxNameLength")
          .or(() -> open.element().next());
    }
    Optional<String> element =
        open.isEmpty() || !open.element().array ? Optional.empty() : open.element().next();
    if (element.isPresent()) {
      return element;
    }
    if (token.isStructStart()) {
      open.push(new Container(token == JsonToken.START_ARRAY));
      return open.size() > rule.maxDepth() ? Optional.of("maxDepth") : Optional.empty();
    }
    ended = open.isEmpty();
    return token == JsonToken.VALUE_STRING
        ? longer(parser.getText(), rule.maxStringLength(), "maxStringLength")
        : Optional.empty();
  }

  private static Optional<String> longer(String text, int most, String field) {
    return text.codePointCount(0, text.length()) > most ? Optional.of(field) : Optional.empty();
  }

  /** An array or object that is not closed yet. */
  private final class Container {

    private final boolean array;
    private int members;

    Container(boolean array) {
      this.array = array;
    }

    Optional<String> next() {
      members++;
      if (members <= (array ? rule.maxArrayElements() : rule.maxObjectEntries())) {
        return Optional.empty();
      }
      return Optional.of(array ? "maxArrayElements" : "maxObjectEntries");
    }
  }
}
