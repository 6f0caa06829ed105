package io.entente.hub.ingest.otlp;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import io.opentelemetry.proto.resource.v1.Resource;
import java.util.HexFormat;
import java.util.List;

/** Exports as an exporter makes them, in both encodings. */
public final class Exports {

  public static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final long TIME = 1_795_255_200_000_000_000L;

  private Exports() {}

  /** One request with this id and status. */
  public static LogRecord.Builder request(String id, long status) {
    return LogRecord.newBuilder()
        .setTimeUnixNano(TIME)
        .setTraceId(ByteString.copyFrom(HexFormat.of().parseHex(TRACE)))
        .addAttributes(text("log.record.uid", id))
        .addAttributes(text("http.request.method", "GET"))
        .addAttributes(text("url.path", "/orders/7?secret=1"))
        .addAttributes(text("server.address", "shop.example"))
        .addAttributes(number("http.response.status_code", status))
        .addAttributes(text("entente.duration_ms", "12"))
        .addAttributes(text("http.request.header.authorization", "Bearer canary"));
  }

  /** An export of one process. */
  public static ExportLogsServiceRequest of(List<LogRecord> records) {
    return ExportLogsServiceRequest.newBuilder()
        .addResourceLogs(
            ResourceLogs.newBuilder()
                .setResource(
                    Resource.newBuilder().addAttributes(text("service.instance.id", "gw-1")))
                .addScopeLogs(ScopeLogs.newBuilder().addAllLogRecords(records)))
        .build();
  }

  /** The same in JSON: ids hexadecimal, long numbers as text. */
  public static String json(String... ids) {
    var records = new StringBuilder();
    for (String id : ids) {
      records.append(records.isEmpty() ? "" : ",").append(record(id));
    }
    return """
        {"resourceLogs": [{"scopeLogs": [{"scope": {"name": "x"}, "logRecords": [%s]}],
          "resource": {"attributes":
            [{"key": "service.instance.id", "value": {"stringValue": "gw-1"}}]}}]}
        """
        .formatted(records);
  }

  private static String record(String id) {
    return """
        {"timeUnixNano": "%d", "traceId": "%s", "body": {"kvlistValue": {"values": []}},
         "attributes": [
          {"key": "log.record.uid", "value": {"stringValue": "%s"}},
          {"key": "http.request.method", "value": {"stringValue": "GET"}},
          {"key": "url.path", "value": {"stringValue": "/orders/7?secret=1"}},
          {"key": "server.address", "value": {"stringValue": "shop.example"}},
          {"key": "http.response.status_code", "value": {"intValue": "200"}},
          {"key": "entente.duration_ms", "value": {"doubleValue": 12.0}},
          {"value": {"arrayValue": {"values": [{"stringValue": "x"}]}}, "key": "http.route"}]}
        """
        .formatted(TIME, TRACE, id);
  }

  public static KeyValue text(String name, String value) {
    return attribute(name, AnyValue.newBuilder().setStringValue(value));
  }

  public static KeyValue number(String name, long value) {
    return attribute(name, AnyValue.newBuilder().setIntValue(value));
  }

  private static KeyValue attribute(String name, AnyValue.Builder value) {
    return KeyValue.newBuilder().setKey(name).setValue(value).build();
  }
}
