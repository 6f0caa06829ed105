package io.entente.translator.apigee.reverse;

import io.entente.policy.PolicyKind;
import io.entente.policy.ResponseCache;
import io.entente.policy.ResponseCache.SetCookie;
import io.entente.translator.apigee.emit.CacheSteps;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rule that Steps of ours which keep answers came from: most of it stands in conditions. */
final class OwnCache {

  private static final Pattern METHOD = Pattern.compile("\\(request\\.verb != \"([A-Z]+)\"\\)");
  private static final Pattern STATUS =
      Pattern.compile("\\(response\\.status\\.code != ([0-9]{3})\\)");
  private static final Pattern TYPES =
      Pattern.compile(
          "content-type[a-z.]* JavaRegex \"\\(\\?i\\) \\*\\((.+?)\\) \\*\\(;\\.\\*\\)\\?\"");
  private static final Pattern LONGEST =
      Pattern.compile("content-length JavaRegex \"[^\"]*?([0-9]{1,12})\\)\\$\"");
  private static final Pattern PART = Pattern.compile("\\{sha256Hex\\((.+)\\)\\}");
  private static final Pattern HEADER =
      Pattern.compile("request\\.header\\.(.+)\\.values\\.string");
  private static final Pattern PARAMETER =
      Pattern.compile("request\\.queryparam\\.(.+)\\.values\\.string");

  private static final List<String> CALLER =
      CacheSteps.CALLER.stream().map(CacheSteps::header).toList();

  private final OwnGroup group;

  OwnCache(OwnGroup group) {
    this.group = group;
  }

  PolicyKind kind() throws Unsaid {
    PolicyElement cache = group.policy("cache");
    String skip = cache.value("SkipCachePopulation").orElse("");
    Optional<PolicyElement> expiry = cache.child("ExpirySettings");
    if (expiry.isEmpty()) {
      throw new Unsaid("is ours, and has no ExpirySettings any more");
    }
    long seconds =
        PolicyElement.number("TimeoutInSec", expiry.get().value("TimeoutInSec").orElse(""));
    boolean origin = cache.flag("UseResponseCacheHeaders", false);
    List<String> key = parts();
    int caller = Collections.indexOfSubList(key, CALLER);
    // Behind the caller stand credentials, which are the route's and not the rule's.
    List<String> parts = caller < 0 ? key : key.subList(0, caller);
    List<String> headers = new ArrayList<>(named(parts, HEADER));
    headers.remove("host");
    SetCookie cookies =
        skip.contains("(response.header.set-cookie != null)") ? SetCookie.BYPASS : SetCookie.STRIP;
    return Meaning.of(
            () ->
                new ResponseCache(
                    Duration.ofSeconds(seconds),
                    all(METHOD, skip),
                    all(STATUS, skip).stream().map(Integer::valueOf).toList(),
                    types(skip),
                    headers,
                    parts.contains("request.uri")
                        ? List.of(ResponseCache.ANY_PARAMETER)
                        : named(parts, PARAMETER),
                    caller >= 0,
                    origin,
                    cookies,
                    all(LONGEST, skip).stream().map(Long::valueOf).findFirst()),
            new TreeMap<>())
        .kind();
  }

  /** What the key is made of, in order. */
  private List<String> parts() throws Unsaid {
    var parts = new ArrayList<String>();
    for (PolicyElement assigned : group.policy("cachekey").children("AssignVariable")) {
      Matcher part = PART.matcher(assigned.value("Template").orElse(""));
      if (!part.matches()) {
        throw new Unsaid("is ours, and has a key of other parts than ours");
      }
      parts.add(part.group(1));
    }
    return parts;
  }

  private static List<String> named(List<String> parts, Pattern pattern) {
    return parts.stream()
        .map(pattern::matcher)
        .filter(Matcher::matches)
        .map(found -> found.group(1))
        .toList();
  }

  private static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(found -> found.group(1)).toList();
  }

  private static List<String> types(String skip) {
    return all(TYPES, skip).stream()
        .flatMap(types -> Stream.of(types.split("\\|")))
        .map(type -> type.replaceAll("\\[([.+$])\\]", "$1"))
        .toList();
  }
}
