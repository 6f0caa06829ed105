package io.entente.policy;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Answers of the upstream are kept and given again to requests that ask the same.
 *
 * @param ttl how long an answer is given again, 1 s to 30 d, whole seconds
 * @param methods {@code GET}, {@code HEAD} or both; at least one
 * @param statuses of answers that are kept, 200 to 599 but {@code 206} and {@code 304}; at least
 *     one
 * @param contentTypes of answers that are kept, lower case, without parameters; none means any
 * @param varyHeaders request headers that make it another request; lower case
 * @param varyQuery {@code *} alone for every parameter, or those that make it another request; at
 *     least one
 * @param perCaller whether an answer is given again only to the caller it was for
 * @param respectOrigin whether what the answer says in Cache-Control is heeded
 * @param setCookie what becomes of an answer that sets a cookie
 * @param maxEntryBytes longest body that is kept, 1 byte to 16 MiB; empty for any
 */
public record ResponseCache(
    Duration ttl,
    List<String> methods,
    List<Integer> statuses,
    List<String> contentTypes,
    List<String> varyHeaders,
    List<String> varyQuery,
    boolean perCaller,
    boolean respectOrigin,
    SetCookie setCookie,
    Optional<Long> maxEntryBytes)
    implements PolicyKind {

  /** Every parameter of the query. */
  public static final String ANY_PARAMETER = "*";

  /** Longest time an answer is kept. */
  public static final Duration LONGEST = Duration.ofDays(30);

  /** Most bytes of a body that can be asked for: 16 MiB. */
  public static final long LARGEST_ENTRY = 16_777_216;

  /** Parts of an answer, and answers to a question about what the caller has, are no answers. */
  public static final Set<Integer> NEVER_KEPT = Set.of(206, 304);

  /** A media type without parameters, in the syntax RE2, ECMA and Java share. */
  public static final String CONTENT_TYPE_PATTERN =
      "[a-z0-9][a-z0-9!#$&^_.+-]{0,63}/[a-z0-9][a-z0-9!#$&^_.+-]{0,63}";

  /** A parameter of a query, in the syntax RE2, ECMA and Java share. */
  public static final String PARAMETER_PATTERN = "[A-Za-z0-9._~-]{1,128}";

  private static final Set<String> METHODS = Set.of("GET", "HEAD");
  private static final Pattern CONTENT_TYPE = Pattern.compile(CONTENT_TYPE_PATTERN);
  private static final Pattern PARAMETER = Pattern.compile(PARAMETER_PATTERN);

  public ResponseCache {
    if (ttl.compareTo(Duration.ofSeconds(1)) < 0
        || ttl.compareTo(LONGEST) > 0
        || ttl.getNano() != 0) {
      throw new IllegalArgumentException(
          "ttl " + ttl + " is not a whole number of seconds in 1s..30d");
    }
    check("methods", methods, 1, ResponseCache::requireMethod);
    check("statuses", statuses, 1, ResponseCache::requireStatus);
    check("contentTypes", contentTypes, 0, ResponseCache::requireType);
    check("varyHeaders", varyHeaders, 0, HeaderName::requireEditable);
    check("varyQuery", varyQuery, 1, ResponseCache::requireParameter);
    if (varyQuery.contains(ANY_PARAMETER) && varyQuery.size() > 1) {
      throw new IllegalArgumentException(
          "varyQuery has * beside other parameters; * already is every parameter, write it alone");
    }
    maxEntryBytes.ifPresent(
        most -> {
          if (most < 1 || most > LARGEST_ENTRY) {
            throw new IllegalArgumentException(
                "maxEntryBytes " + most + " is not in 1.." + LARGEST_ENTRY);
          }
        });
    methods = List.copyOf(methods);
    statuses = List.copyOf(statuses);
    contentTypes = List.copyOf(contentTypes);
    varyHeaders = List.copyOf(varyHeaders);
    varyQuery = List.copyOf(varyQuery);
  }

  @Override
  public String kindName() {
    return "responseCache";
  }

  @Override
  public Combine combine() {
    return Combine.REPLACE;
  }

  public boolean variesByAnyParameter() {
    return varyQuery.contains(ANY_PARAMETER);
  }

  /** What becomes of an answer that sets a cookie, which is one caller's. */
  public enum SetCookie {
    /** It is given, and not kept. */
    BYPASS,
    /** No answer of the route sets a cookie: it is taken off each, kept or not. */
    STRIP
  }

  private static <T> void check(String list, List<T> entries, int least, Consumer<T> each) {
    if (entries.size() < least) {
      throw new IllegalArgumentException(list + " is empty: give at least " + least);
    }
    var seen = new HashSet<T>();
    for (T entry : entries) {
      each.accept(entry);
      if (!seen.add(entry)) {
        throw new IllegalArgumentException(list + " has '" + entry + "' twice");
      }
    }
  }

  private static void requireMethod(String method) {
    if (!METHODS.contains(method)) {
      throw new IllegalArgumentException("method '" + method + "' is neither GET nor HEAD");
    }
  }

  private static void requireStatus(int status) {
    if (status < 200 || status > 599 || NEVER_KEPT.contains(status)) {
      throw new IllegalArgumentException(
          "status " + status + " is not in 200..599, or is 206 or 304, which are not kept");
    }
  }

  private static void requireType(String type) {
    if (!CONTENT_TYPE.matcher(type).matches()) {
      throw new IllegalArgumentException(
          "content type '" + type + "' is no media type in lower case without parameters");
    }
  }

  private static void requireParameter(String name) {
    if (!name.equals(ANY_PARAMETER) && !PARAMETER.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "parameter '" + name + "' is neither * nor of the letters " + PARAMETER_PATTERN);
    }
  }
}
