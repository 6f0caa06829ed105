package io.entente.hub.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entente.hub.test.PythonHome;
import java.io.IOException;
import java.nio.file.Path;

/** A reader of events that is not ours: kafka-python, the CloudEvents SDK and jsonschema. */
final class PythonReader {

  private static final Path SOURCES = Path.of("src", "test", "python");

  private PythonReader() {}

  /** What it says of so many records of {@code topic}: read, events, wrong. */
  static JsonNode read(String bootstrap, String topic, Path schema, int records)
      throws IOException, InterruptedException {
    var home = PythonHome.of("python-reader", SOURCES.resolve("requirements.txt"));
    String said =
        PythonHome.output(
            home.python().toString(),
            SOURCES.resolve("read_traffic.py").toString(),
            bootstrap,
            topic,
            schema.toString(),
            Integer.toString(records));
    return new ObjectMapper().readTree(said);
  }
}
