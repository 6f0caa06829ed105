package io.entente.hub.traffic.export;

import io.entente.hub.traffic.store.RecordedRequest;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * CSV as of RFC 4180, with a line of names. A caller decides some of the texts, so one that a
 * spreadsheet would take for a formula begins with an apostrophe.
 */
final class CsvEvents implements EventSink {

  private static final String NAMES =
      "time,id,gateway,node,method,path,host,status,duration_ms,api,route,consumer,client_address,"
          + "decision,trace_id,weight\r\n";
  private static final String FORMULA = "=+-@\t\r";

  private final BufferedWriter out;

  CsvEvents(Path file) throws IOException {
    this.out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    out.write(NAMES);
  }

  @Override
  public void add(RecordedRequest request) throws IOException {
    out.write(request.time().toString());
    text(request.id());
    text(request.gateway());
    text(request.node());
    text(request.method());
    text(request.path());
    text(request.host());
    out.write("," + request.status());
    out.write("," + request.durationMillis());
    text(request.api());
    text(request.route());
    text(request.consumer());
    text(request.clientAddress());
    text(request.decision());
    text(request.trace());
    out.write("," + request.weight());
    out.write("\r\n");
  }

  private void text(Optional<String> text) throws IOException {
    if (text.isPresent()) {
      text(text.get());
    } else {
      out.write(',');
    }
  }

  private void text(String text) throws IOException {
    boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    out.write(",\"" + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"');
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
