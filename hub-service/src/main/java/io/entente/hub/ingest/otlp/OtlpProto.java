package io.entente.hub.ingest.otlp;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.ExtensionRegistryLite;
import com.google.protobuf.InvalidProtocolBufferException;
import io.entente.hub.ingest.otlp.OtlpException.Kind;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BiConsumer;

/** Reads the binary encoding. */
final class OtlpProto {

  private OtlpProto() {}

  static List<OtlpRecord> read(InputStream body, int most) throws IOException, OtlpException {
    var input = CodedInputStream.newInstance(body);
    input.setRecursionLimit(OtlpReader.DEPTH);
    try {
      return records(
          ExportLogsServiceRequest.parseFrom(input, ExtensionRegistryLite.getEmptyRegistry()),
          most);
    } catch (InvalidProtocolBufferException e) {
      if (e.getCause() instanceof IOException cause
          && !(cause instanceof InvalidProtocolBufferException)) {
        throw cause;
      }
      throw new OtlpException(Kind.MALFORMED, "not protobuf, nested too deep, or cut off");
    }
  }

  static List<OtlpRecord> records(ExportLogsServiceRequest request, int most) throws OtlpException {
    var all = new ArrayList<OtlpRecord>();
    for (ResourceLogs logs : request.getResourceLogsList()) {
      var process = new OtlpProcess();
      attributes(logs.getResource().getAttributesList(), process::put);
      var records = new ArrayList<OtlpRecord>();
      for (var scope : logs.getScopeLogsList()) {
        OtlpReader.requireAtMost(most, all.size() + records.size() + scope.getLogRecordsCount());
        scope.getLogRecordsList().forEach(record -> records.add(record(record)));
      }
      process.own(records);
      all.addAll(records);
    }
    return all;
  }

  private static OtlpRecord record(LogRecord from) {
    var record = new OtlpRecord();
    record.time = from.getTimeUnixNano();
    record.observed = from.getObservedTimeUnixNano();
    record.trace = hex(from.getTraceId());
    record.span = hex(from.getSpanId());
    attributes(from.getAttributesList(), record::put);
    return record;
  }

  private static void attributes(List<KeyValue> from, BiConsumer<String, String> into) {
    for (KeyValue attribute : from) {
      AnyValue value = attribute.getValue();
      switch (value.getValueCase()) {
        case STRING_VALUE -> into.accept(attribute.getKey(), value.getStringValue());
        case INT_VALUE -> into.accept(attribute.getKey(), Long.toString(value.getIntValue()));
        case DOUBLE_VALUE ->
            into.accept(attribute.getKey(), Double.toString(value.getDoubleValue()));
        default -> {
          // Nothing that an event holds is of another type.
        }
      }
    }
  }

  private static String hex(ByteString id) {
    return HexFormat.of().formatHex(id.toByteArray());
  }
}
