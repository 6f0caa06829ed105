package io.entente.hub.docs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.TreeMap;
import org.apache.kafka.common.header.Headers;

/** Judges what is on Kafka by the published description of events. */
public final class EventSchemas {

  private static final AsyncApiDocument DOCUMENT = AsyncApiDocument.read();

  private EventSchemas() {}

  /** What is wrong with a record; nothing where it is as described. */
  public static List<String> complaints(String topic, Headers headers, byte[] value) {
    var names = new TreeMap<String, String>();
    headers.forEach(each -> names.put(each.key(), new String(each.value(), UTF_8)));
    return DOCUMENT.complaints(topic, names, new String(value, UTF_8));
  }
}
