package io.entente.translator.kong.emit;

import io.entente.model.tree.Node;
import io.entente.policy.ResponseCache;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * The settings of proxy-cache. Its key holds route, method, path, query and consumer; what else
 * tells callers apart is made part of it as headers.
 */
public final class CacheFields {

  /** Headers that say who calls, or that Kong hands the upstream as if they did. */
  public static final List<String> CALLER =
      List.of(
          "authorization",
          "cookie",
          "proxy-authorization",
          "x-consumer-custom-id",
          "x-consumer-groups",
          "x-consumer-id",
          "x-consumer-username");

  /**
   * What else makes another answer and is in no key of Kong: the host, and whether there is a body.
   */
  public static final List<String> REQUEST = List.of("content-length", "host", "transfer-encoding");

  private static final String ANY = "*/*";
  private static final String CHARSET = "; charset=utf-8";

  private CacheFields() {}

  static Node.Obj config(ResponseCache rule) {
    return Doc.of("strategy", "memory")
        .with("memory", Doc.of("dictionary_name", "kong_db_cache"))
        .with("cache_ttl", Node.number(rule.ttl().toSeconds()))
        .with("storage_ttl", Node.nothing())
        .with("cache_control", Node.bool(rule.respectOrigin()))
        .with("ignore_uri_case", Node.bool(false))
        .with("request_method", Doc.texts(rule.methods()))
        .with(
            "response_code",
            Node.arr(rule.statuses().stream().map(s -> (Node) Node.number(s)).toList()))
        .with("content_type", Doc.texts(types(rule)))
        .with("vary_headers", Doc.texts(headers(rule)))
        .with(
            "vary_query_params",
            rule.variesByAnyParameter() ? Node.nothing() : Doc.texts(rule.varyQuery()))
        .with(
            "response_headers",
            Doc.of("age", Node.bool(true))
                .with("X-Cache-Status", Node.bool(false))
                .with("X-Cache-Key", Node.bool(false)));
  }

  /** Kong compares parameters too: each type as it is, and with the usual one. */
  private static List<String> types(ResponseCache rule) {
    var types = new ArrayList<String>();
    for (String type : rule.contentTypes().isEmpty() ? List.of(ANY) : rule.contentTypes()) {
      types.add(type);
      types.add(type + CHARSET);
    }
    return types;
  }

  private static List<String> headers(ResponseCache rule) {
    var headers = new LinkedHashSet<>(rule.varyHeaders());
    headers.addAll(REQUEST);
    if (rule.perCaller()) {
      headers.addAll(CALLER);
    }
    return List.copyOf(headers);
  }

  /** The types of a policy that says this; empty when none does. */
  public static List<String> typesOf(List<String> written) {
    return written.stream()
        .filter(type -> !type.endsWith(CHARSET) && !type.equals(ANY))
        .distinct()
        .toList();
  }
}
