package io.entente.hub.ingest;

import java.time.Instant;

/** Lines as Apigee writes them, each with its end. */
final class ApigeeLines {

  private ApigeeLines() {}

  static String line(String token, String id) {
    return line(token, id, "orders-v1", "/orders", "/42", Instant.now());
  }

  static String line(
      String token, String id, String proxy, String base, String suffix, Instant start) {
    long begun = start.toEpochMilli();
    return """
    <14>1 %1$s mp-1 Apigee - - - {"t":"%2$s","id":"%3$s","org":"acme","env":"prod","proxy":"%4$s",\
    "rev":"7","base":"%5$s","start":"%7$d","end":"%8$d","tstart":"%7$d","tend":"%8$d","estatus":"",\
    "mstatus":"200","status":"200","reqbytes":"","resbytes":"12","fault":"","client":"",\
    "app":"shop","ip":"203.0.113.7","verb":"GET","host":"api.example.com","path":"%6$s"}
    """
        .formatted(start, token, id, proxy, base, suffix, begun, begun + 30);
  }
}
