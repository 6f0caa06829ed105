package io.entente.bench.ingest;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/** Entries as Kong's http-log plugin writes them: about 1.7 KB, no two alike. */
final class KongEntries {

  private static final String ENTRY =
      """
      {"service":{"id":"%1$s","name":"service-%2$d","host":"upstream-%2$d.internal","port":8080,\
      "protocol":"http","path":"/","retries":5,"connect_timeout":60000,"read_timeout":60000,\
      "write_timeout":60000,"enabled":true,"created_at":1795240404,"updated_at":1795240404,\
      "ws_id":"0dc6f45b-8f8d-40d2-a504-473544ee190b"},"route":{"id":"%3$s","name":"route-%2$d",\
      "paths":["/v%4$d/orders"],"protocols":["http","https"],"strip_path":true,\
      "preserve_host":false,"regex_priority":0,"path_handling":"v0","https_redirect_status_code":426,\
      "request_buffering":true,"response_buffering":true,"created_at":1795240404,\
      "updated_at":1795240404,"ws_id":"0dc6f45b-8f8d-40d2-a504-473544ee190b",\
      "service":{"id":"%1$s"}},"request":{"id":"%5$s","method":"%6$s","size":%7$d,\
      "uri":"/v%4$d/orders/%8$d?page=%9$d","url":"https://api.example.com:8443/v%4$d/orders/%8$d",\
      "querystring":{"page":"%9$d"},"headers":{"host":"api.example.com","accept":"application/json",\
      "user-agent":"client/%10$d.4","x-request-id":"%5$s","traceparent":"00-%11$s-00f067aa0ba902b7-01",\
      "content-type":"application/json","accept-encoding":"gzip"}},"response":{"status":%12$d,\
      "size":%13$d,"headers":{"content-type":"application/json","content-length":"%13$d",\
      "via":"1.1 kong/3.9.1","x-kong-upstream-latency":"%14$d","x-kong-proxy-latency":"1"}},\
      "latencies":{"kong":1,"proxy":%14$d,"receive":0,"request":%15$d},"consumer":{\
      "id":"%16$s","username":"consumer-%17$d","created_at":1795240404,"updated_at":1795240404},\
      "authenticated_entity":{"id":"%16$s"},"client_ip":"10.1.%18$d.%19$d","tries":[{\
      "balancer_start":%20$d,"balancer_latency":0,"ip":"10.2.0.7","port":8080}],\
      "upstream_uri":"/orders/%8$d?page=%9$d","upstream_status":"%12$d","started_at":%20$d,\
      "source":"upstream","workspace":"0dc6f45b-8f8d-40d2-a504-473544ee190b",\
      "workspace_name":"default"}\
      """;

  private static final int[] STATUS = {200, 200, 200, 200, 201, 304, 404, 429, 503};

  private final Random random;

  KongEntries(long seed) {
    random = new Random(seed);
  }

  /** A body of so many entries: one alone as the plugin sends it, more as an array. */
  LogBody body(int entries) {
    var text = new StringBuilder(entries > 1 ? "[" : "");
    for (int i = 0; i < entries; i++) {
      text.append(i == 0 ? "" : ",").append(entry(System.currentTimeMillis()));
    }
    text.append(entries > 1 ? "]" : "");
    return new LogBody(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** One entry; {@code now} in milliseconds. */
  String entry(long now) {
    int latency = (int) Math.exp(1 + random.nextDouble() * 5);
    int service = random.nextInt(200);
    return String.format(
        Locale.ROOT,
        ENTRY,
        new UUID(1, service),
        service,
        new UUID(2, service),
        1 + random.nextInt(3),
        hex(16),
        random.nextInt(4) == 0 ? "POST" : "GET",
        100 + random.nextInt(2000),
        random.nextInt(1_000_000),
        random.nextInt(50),
        random.nextInt(9),
        hex(16),
        STATUS[random.nextInt(STATUS.length)],
        random.nextInt(20_000),
        latency,
        latency + 1,
        new UUID(3, random.nextInt(3000)),
        random.nextInt(3000),
        random.nextInt(16),
        random.nextInt(256),
        now - random.nextInt(1000));
  }

  private String hex(int bytes) {
    var drawn = new byte[bytes];
    random.nextBytes(drawn);
    return HexFormat.of().formatHex(drawn);
  }
}
