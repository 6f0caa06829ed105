package io.entente.translator.kong.reverse;

import io.entente.policy.PolicyKind;
import io.entente.policy.ResponseCache;
import io.entente.policy.ResponseCache.SetCookie;
import io.entente.translator.kong.emit.CacheFields;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * proxy-cache of an edition, where its key tells callers apart as a policy does and cookies are
 * taken off.
 */
final class ResponseCacheReader implements PluginReader {

  private final String plugin;

  ResponseCacheReader(String plugin) {
    this.plugin = plugin;
  }

  @Override
  public String plugin() {
    return plugin;
  }

  @Override
  public List<PolicyKind> kinds(Config config, Where where) {
    if (!where.withoutCookies()) {
      throw new NotSaid(
          "it gives cookies that an answer sets to everybody of its key, which no policy means");
    }
    var headers = new ArrayList<>(config.texts("vary_headers"));
    if (!headers.containsAll(CacheFields.REQUEST)) {
      throw new NotSaid("requests of other hosts, or with a body, get the same answer from it");
    }
    boolean perCaller = headers.containsAll(CacheFields.CALLER);
    if (!perCaller && !Collections.disjoint(headers, CacheFields.CALLER)) {
      throw new NotSaid("it tells callers apart by some of what they say, and a policy by all");
    }
    headers.removeAll(CacheFields.REQUEST);
    if (perCaller) {
      headers.removeAll(CacheFields.CALLER);
    }
    long ttl = config.whole("cache_ttl").orElseThrow(() -> new NotSaid("it names no time"));
    List<String> parameters = config.texts("vary_query_params");
    return List.of(
        new ResponseCache(
            Duration.ofSeconds(ttl),
            config.texts("request_method"),
            config.wholes("response_code").stream().map(Math::toIntExact).toList(),
            CacheFields.typesOf(config.texts("content_type")),
            headers,
            parameters.isEmpty() ? List.of(ResponseCache.ANY_PARAMETER) : parameters,
            perCaller,
            config.flag("cache_control"),
            SetCookie.STRIP,
            Optional.empty()));
  }

  @Override
  public Set<String> essential(Config config) {
    return Set.of(
        "config.content_type",
        "config.ignore_uri_case",
        "config.storage_ttl",
        "config.strategy",
        "config.vary_headers",
        "config.vary_query_params");
  }

  @Override
  public Map<String, String> sentences() {
    return Map.of(
        "config.bypass_on_err", "Answers that are kept may be given when keeping them fails.",
        "config.redis", "A store of answers is named that is not used.",
        "config.memory", "It keeps answers in another memory of the node than policies do.",
        "config.response_headers",
            "It tells callers more or less than the age of what is given again.");
  }
}
