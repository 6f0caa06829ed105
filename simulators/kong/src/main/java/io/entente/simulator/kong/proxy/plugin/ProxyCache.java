package io.entente.simulator.kong.proxy.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import io.entente.simulator.kong.proxy.config.Json;
import io.entente.simulator.kong.proxy.config.PluginInstance;
import io.entente.simulator.kong.proxy.exchange.Answer;
import io.entente.simulator.kong.proxy.exchange.Exchange;
import io.entente.simulator.kong.proxy.exchange.NotEnforced;
import io.entente.simulator.kong.proxy.exchange.ResponseDraft;
import io.entente.simulator.kong.proxy.wire.HeaderField;
import io.entente.simulator.kong.proxy.wire.Headers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** {@code proxy-cache} in memory. */
final class ProxyCache implements Plugin {

  private static final String NOTE = "proxy-cache";
  private static final Set<String> NOT_STORED =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authorization",
          "te",
          "trailers",
          "transfer-encoding",
          "upgrade",
          "content-length");

  private final CacheStore store;

  /** What to do with the answer of the service. */
  private record Pending(String key, Headers headers, long ttlMillis) {}

  ProxyCache(CacheStore store) {
    this.store = store;
  }

  @Override
  public String name() {
    return "proxy-cache";
  }

  @Override
  public int priority() {
    return 100;
  }

  @Override
  public Optional<Answer> access(Exchange exchange, PluginInstance instance) {
    JsonNode config = instance.config();
    if (!Json.text(config, "strategy", "memory").equals("memory")) {
      throw new NotEnforced("proxy-cache strategy " + Json.text(config, "strategy", ""));
    }
    boolean obey = Json.flag(config, "cache_control", false);
    CacheControl asked = CacheControl.of(exchange.outgoing().headers());
    boolean cacheable =
        Json.texts(config, "request_method").contains(exchange.outgoing().method())
            && !(obey && (asked.has("no-store") || asked.has("no-cache")));
    if (!cacheable) {
      header(config, "X-Cache-Status", "Bypass", exchange.early());
      return Optional.empty();
    }
    long now = System.currentTimeMillis();
    String key = CacheKey.of(exchange, config);
    header(config, "X-Cache-Key", key, exchange.early());
    Optional<CachedAnswer> found = store.get(key, now);
    if (found.isEmpty() && obey && asked.has("only-if-cached")) {
      return Optional.of(Answer.bare(504));
    }
    if (found.isEmpty() || stale(found.get(), config, asked, now)) {
      header(config, "X-Cache-Status", found.isEmpty() ? "Miss" : "Refresh", exchange.early());
      exchange.note(NOTE, new Pending(key, new Headers(), 0));
      return Optional.empty();
    }
    CachedAnswer hit = found.get();
    // A hit counts as proxied, in no time.
    exchange.clock().proxying();
    var headers = hit.headers().copy();
    header(config, "age", String.valueOf(hit.ageSeconds(now)), headers);
    header(config, "X-Cache-Status", "Hit", headers);
    return Optional.of(new Answer(hit.status(), headers, Optional.of(hit.body())));
  }

  @Override
  public void answered(Exchange exchange, PluginInstance instance, ResponseDraft response) {
    Optional<Pending> pending = exchange.note(NOTE, Pending.class);
    if (pending.isEmpty()) {
      return;
    }
    JsonNode config = instance.config();
    CacheControl said = CacheControl.of(response.headers());
    boolean obey = Json.flag(config, "cache_control", false);
    long ttl = obey ? said.lifetime() : Json.whole(config, "cache_ttl", 300);
    if (cacheable(config, said, obey, ttl, response)) {
      var stored = new Headers();
      for (HeaderField field : response.headers()) {
        String name = field.name().toLowerCase(Locale.ROOT);
        if (!NOT_STORED.contains(name) && !name.contains("ratelimit-remaining")) {
          stored.add(field.name(), field.value());
        }
      }
      exchange.note(NOTE, new Pending(pending.get().key(), stored, ttl * 1000));
    } else {
      header(config, "X-Cache-Status", "Bypass", response.headers());
    }
  }

  @Override
  public void filterBody(Exchange exchange, PluginInstance instance, ResponseDraft response) {
    Optional<Pending> pending = exchange.note(NOTE, Pending.class).filter(p -> p.ttlMillis() > 0);
    if (pending.isPresent() && !exchange.outgoing().method().equals("HEAD")) {
      Pending made = pending.get();
      long keep = Json.whole(instance.config(), "storage_ttl", 0) * 1000L;
      store.put(
          made.key(),
          new CachedAnswer(
              response.status(),
              made.headers(),
              response.body(),
              System.currentTimeMillis(),
              made.ttlMillis(),
              keep > 0 ? keep : made.ttlMillis()));
    }
  }

  private static boolean cacheable(
      JsonNode config, CacheControl said, boolean obey, long ttl, ResponseDraft response) {
    Optional<MediaType> type = response.headers().first("content-type").map(MediaType::of);
    List<String> codes = Json.texts(config, "response_code");
    boolean wanted =
        codes.contains(String.valueOf(response.status()))
            && type.isPresent()
            && Json.texts(config, "content_type").stream()
                .anyMatch(expected -> MediaType.of(expected).covers(type.get()));
    boolean forbidden =
        obey && (said.has("private") || said.has("no-store") || said.has("no-cache") || ttl <= 0);
    return wanted && !forbidden;
  }

  private static boolean stale(CachedAnswer answer, JsonNode config, CacheControl asked, long now) {
    long age = answer.ageSeconds(now);
    if (!Json.flag(config, "cache_control", false)) {
      return age > Json.whole(config, "cache_ttl", 300);
    }
    long ttl = answer.ttlMillis() / 1000;
    return asked.seconds("max-age").orElse(Long.MAX_VALUE) < age
        || asked.seconds("max-stale").orElse(Long.MAX_VALUE) < age - ttl
        || asked.seconds("min-fresh").orElse(Long.MIN_VALUE) > ttl - age;
  }

  private static void header(JsonNode config, String name, String value, Headers headers) {
    JsonNode shown = Json.object(config, "response_headers");
    if (Json.flag(shown, name, true)) {
      headers.set(name.equals("age") ? "Age" : name, value);
    }
  }
}
