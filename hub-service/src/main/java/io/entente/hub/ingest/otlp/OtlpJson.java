package io.entente.hub.ingest.otlp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.entente.hub.ingest.otlp.OtlpException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** Reads the JSON encoding, streaming: what is not kept is never in memory. For one thread. */
final class OtlpJson {

  private static final Set<String> TYPES = Set.of("stringValue", "intValue", "doubleValue");
  private static final int LONGEST_TEXT = 1 << 20;
  private static final int LONGEST_NUMBER = 64;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(OtlpReader.DEPTH)
                  .maxStringLength(LONGEST_TEXT)
                  .maxNumberLength(LONGEST_NUMBER)
                  .build())
          .build();

  private final JsonParser json;
  private final int most;
  private final List<OtlpRecord> all = new ArrayList<>();

  private OtlpJson(JsonParser json, int most) {
    this.json = json;
    this.most = most;
  }

  static List<OtlpRecord> read(InputStream body, int most) throws IOException, OtlpException {
    try (JsonParser json = FACTORY.createParser(body)) {
      json.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
      var reader = new OtlpJson(json, most);
      reader.request();
      return reader.all;
    } catch (JsonProcessingException | NumberFormatException e) {
      throw new OtlpException(Kind.MALFORMED, "not OTLP in JSON, nested too deep, or cut off");
    }
  }

  /** Reads the value of a field, or passes it over. */
  @FunctionalInterface
  private interface Field {
    void read(String name) throws IOException, OtlpException;
  }

  private void request() throws IOException, OtlpException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw new OtlpException(Kind.MALFORMED, "not an object");
    }
    fields(name -> each(name, "resourceLogs", this::resourceLogs));
    if (json.nextToken() != null) {
      throw new OtlpException(Kind.MALFORMED, "more follows the object");
    }
  }

  private void resourceLogs() throws IOException, OtlpException {
    var process = new OtlpProcess();
    int before = all.size();
    fields(
        name -> {
          if (name.equals("resource") && json.currentToken() == JsonToken.START_OBJECT) {
            fields(inner -> attributes(inner, process::put));
          } else {
            each(name, "scopeLogs", () -> fields(in -> each(in, "logRecords", this::record)));
          }
        });
    process.own(all.subList(before, all.size()));
  }

  private void record() throws IOException, OtlpException {
    OtlpReader.requireAtMost(most, all.size() + 1);
    var record = new OtlpRecord();
    fields(
        name -> {
          switch (name) {
            case "timeUnixNano" -> record.time = nanos();
            case "observedTimeUnixNano" -> record.observed = nanos();
            case "traceId" -> record.trace = scalar();
            case "spanId" -> record.span = scalar();
            default -> attributes(name, record::put);
          }
        });
    all.add(record);
  }

  private void attributes(String name, BiConsumer<String, String> into)
      throws IOException, OtlpException {
    each(
        name,
        "attributes",
        () -> {
          var key = new StringBuilder();
          var value = new StringBuilder();
          fields(
              part -> {
                if (part.equals("key")) {
                  key.append(scalar());
                } else if (part.equals("value") && json.currentToken() == JsonToken.START_OBJECT) {
                  fields(type -> value.append(TYPES.contains(type) ? scalar() : skipped()));
                } else {
                  json.skipChildren();
                }
              });
          into.accept(key.toString(), value.toString());
        });
  }

  /** Every object of the list in this field, where it has the wanted name. */
  private void each(String name, String wanted, Item item) throws IOException, OtlpException {
    if (!name.equals(wanted) || json.currentToken() != JsonToken.START_ARRAY) {
      json.skipChildren();
      return;
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() == JsonToken.START_OBJECT) {
        item.read();
      } else {
        throw new OtlpException(Kind.MALFORMED, "'" + wanted + "' holds what is no object");
      }
    }
  }

  /** Reads an object that has begun. */
  @FunctionalInterface
  private interface Item {
    void read() throws IOException, OtlpException;
  }

  private void fields(Field field) throws IOException, OtlpException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      field.read(name);
    }
  }

  private long nanos() throws IOException {
    String text = scalar();
    return text.isEmpty() ? 0 : Long.parseUnsignedLong(text);
  }

  private String scalar() throws IOException {
    if (json.currentToken().isStructStart()) {
      return skipped();
    }
    return json.currentToken() == JsonToken.VALUE_NULL ? "" : json.getText();
  }

  private String skipped() throws IOException {
    json.skipChildren();
    return "";
  }
}
