package io.entente.hub.ingest.otlp;

import io.entente.connector.kong.log.RouteAttribution;
import io.entente.hub.ingest.otlp.OtlpException.Kind;
import io.entente.model.event.TrafficEvent;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Tenant;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads exports of OTLP: log records that tell of one request each, by the names of the semantic
 * conventions. Safe for many threads.
 */
public final class OtlpReader {

  /** Most nested messages; more refuse all of a body. */
  static final int DEPTH = 64;

  private final int most;

  /** One that takes at most so many records at once. */
  public OtlpReader(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("limit of records " + most + " is < 1");
    }
    this.most = most;
  }

  /**
   * Whose records are read.
   *
   * @param gateway the one of the credential
   * @param routes how its routes are called
   * @param observed when they came
   */
  public record Source(
      Tenant tenant, GatewayId gateway, RouteAttribution routes, Instant observed) {}

  /**
   * What became of the records.
   *
   * @param refusals for each that can never be an event, why
   */
  public record Batch(List<TrafficEvent> events, List<String> refusals) {

    public Batch {
      events = List.copyOf(events);
      refusals = List.copyOf(refusals);
    }
  }

  /** A body in the binary encoding, read to its end. */
  public Batch binary(InputStream body, Source source) throws IOException, OtlpException {
    return batch(OtlpProto.read(body, most), source);
  }

  /** A body in JSON, read to its end. */
  public Batch json(InputStream body, Source source) throws IOException, OtlpException {
    return batch(OtlpJson.read(body, most), source);
  }

  /** A message that came over gRPC. */
  public Batch message(ExportLogsServiceRequest message, Source source) throws OtlpException {
    return batch(OtlpProto.records(message, most), source);
  }

  static void requireAtMost(int most, int records) throws OtlpException {
    if (records > most) {
      throw new OtlpException(Kind.TOO_MANY_RECORDS, "more than " + most + " log records");
    }
  }

  private static Batch batch(List<OtlpRecord> records, Source source) {
    var events = new ArrayList<TrafficEvent>();
    var refusals = new ArrayList<String>();
    for (OtlpRecord record : records) {
      try {
        events.add(OtlpMapping.event(record, source));
      } catch (RefusedRecordException e) {
        refusals.add(e.reason().name());
      }
    }
    return new Batch(events, refusals);
  }
}
