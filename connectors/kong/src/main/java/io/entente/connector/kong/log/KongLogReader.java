package io.entente.connector.kong.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.entente.connector.kong.log.KongLogException.Kind;
import io.entente.model.event.TrafficEvent;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what Kong's http-log plugin posts: one entry as an object, or any number as an array. It
 * streams: of every entry only what an event holds is ever in memory, so headers, cookies, query
 * and bodies are passed over, not kept. An entry that can never become an event is left out and
 * said; the others are taken. Safe for many threads.
 */
public final class KongLogReader {

  /** Longest text the parser takes at all; what is passed over does not count. */
  private static final int LONGEST_TEXT = 1 << 20;

  private static final int LONGEST_NUMBER = 64;

  private final KongLogLimits limits;
  private final JsonFactory json;

  public KongLogReader(KongLogLimits limits) {
    this.limits = limits;
    this.json =
        JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(limits.depth())
                    .maxStringLength(LONGEST_TEXT)
                    .maxNumberLength(LONGEST_NUMBER)
                    .build())
            .build();
  }

  /**
   * The events of {@code body}, which is read to its end and left open.
   *
   * @throws KongLogException when it is not such a payload, is cut off, or is beyond the limits
   * @throws IOException what {@code body} throws
   */
  public KongLogBatch read(InputStream body, KongLogSource source, RouteAttribution routes)
      throws IOException, KongLogException {
    try (JsonParser parser = json.createParser(body)) {
      parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
      return read(parser, new EventMapping(source, routes, limits));
    } catch (StreamConstraintsException e) {
      throw new KongLogException(Kind.TOO_DEEP, "nested too deep, or a text too long" + at(e));
    } catch (JsonProcessingException e) {
      throw new KongLogException(Kind.MALFORMED, "not JSON, or cut off," + at(e));
    }
  }

  private KongLogBatch read(JsonParser parser, EventMapping mapping)
      throws IOException, KongLogException {
    List<TrafficEvent> events = new ArrayList<>();
    List<RefusedEntry> refused = new ArrayList<>();
    JsonToken first = parser.nextToken();
    if (first == JsonToken.START_OBJECT) {
      LogEntry entry = EntryParser.read(parser);
      // An empty Lua table is written as an object: a batch of nothing.
      if (!entry.empty) {
        take(entry, mapping, 0, events, refused);
      }
    } else if (first == JsonToken.START_ARRAY) {
      for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
        if (index >= limits.entries()) {
          throw new KongLogException(
              Kind.TOO_MANY_ENTRIES, "more than " + limits.entries() + " entries");
        }
        if (parser.currentToken() == JsonToken.START_OBJECT) {
          take(EntryParser.read(parser), mapping, index, events, refused);
        } else {
          parser.skipChildren();
          refused.add(new RefusedEntry(index, Refusal.NOT_AN_OBJECT));
        }
      }
    } else {
      throw new KongLogException(Kind.MALFORMED, "neither an object nor an array");
    }
    if (parser.nextToken() != null) {
      throw new KongLogException(Kind.MALFORMED, "more follows the payload");
    }
    return new KongLogBatch(events, refused);
  }

  private static void take(
      LogEntry entry,
      EventMapping mapping,
      int index,
      List<TrafficEvent> events,
      List<RefusedEntry> refused) {
    try {
      events.add(mapping.event(entry));
    } catch (RefusedEntryException e) {
      refused.add(new RefusedEntry(index, e.reason()));
    }
  }

  private static String at(JsonProcessingException failure) {
    return failure.getLocation() == null ? "" : " at byte " + failure.getLocation().getByteOffset();
  }
}
