package io.entente.translator.kong;

import static io.entente.translator.kong.Foreign.BOUND;
import static io.entente.translator.kong.Foreign.KEY;
import static io.entente.translator.kong.Foreign.OFFICE;
import static io.entente.translator.kong.Foreign.ON_ROUTE;
import static io.entente.translator.kong.Foreign.kinds;
import static io.entente.translator.kong.Foreign.plugin;
import static io.entente.translator.kong.Foreign.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.model.estate.GatewayProfile;
import io.entente.model.estate.VendorSchema;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.policy.AccessBlock;
import io.entente.policy.ApiKey;
import io.entente.policy.CorrelationId;
import io.entente.policy.CorrelationId.OnInbound;
import io.entente.policy.Cors;
import io.entente.policy.HeaderTransform;
import io.entente.policy.HeaderTransform.Edit;
import io.entente.policy.LimitKey;
import io.entente.policy.OnMissingKey;
import io.entente.policy.Preflight;
import io.entente.policy.Quota;
import io.entente.policy.Quota.Period;
import io.entente.policy.RateLimit;
import io.entente.policy.RequestSize;
import io.entente.policy.ResponseCache;
import io.entente.policy.ResponseCache.SetCookie;
import io.entente.translator.kong.reverse.KongReverse;
import io.entente.translator.reverse.FoundPolicy;
import io.entente.translator.reverse.Reading;
import io.entente.translator.reverse.ReverseRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plugins with some fields set: what is read, and what is not. */
class ForeignDocumentsTest {

  private static final String CACHE = "0d000000-0000-4000-8000-00000000000c";

  @Test
  void readsALimitAndNamesWhatNoPolicySays() {
    // When
    Reading reading =
        read(plugin("rate-limiting", "{minute: 5, limit_by: ip, policy: local}", ON_ROUTE));

    // Then
    assertThat(reading.policies()).hasSize(1);
    FoundPolicy found = reading.policies().get(0);
    assertThat(found.kind())
        .isEqualTo(
            new RateLimit(5, Duration.ofMinutes(1), new LimitKey.ClientIp(), OnMissingKey.IP));
    assertThat(found.from()).isEqualTo(KEY);
    assertThat(found.path()).isEmpty();
    assertThat(found.reach()).isEqualTo(BOUND);
    assertThat(found.unexpressed())
        .containsOnlyKeys("config.error_message", "config.fault_tolerant");
    assertThat(reading.expressed()).isEmpty();
    assertThat(reading.reasons().get(KEY)).contains("config.error_message");
  }

  @Test
  void expressesAForeignInstanceThatIsJustWhatAPolicyWrites() {
    // Given
    String config = "{allow: [10.0.0.0/8], status: 403, message: address not allowed}";

    // When
    Reading reading = read(plugin("ip-restriction", config, ON_ROUTE));

    // Then
    assertThat(reading.expressed()).containsExactly(KEY);
    assertThat(reading.remainder()).doesNotContainKey(KEY);
    assertThat(kinds(reading)).containsExactly(OFFICE);
  }

  @Test
  void readsEachWindowAsWhatKongCountsBy() {
    // When
    Reading reading =
        read(
            plugin(
                "rate-limiting",
                "{second: 1, hour: 2, day: 3, month: 4, year: 5, limit_by: service}",
                ON_ROUTE));

    // Then
    LimitKey key = new LimitKey.Route();
    assertThat(kinds(reading))
        .containsExactly(
            new RateLimit(1, Duration.ofSeconds(1), key, OnMissingKey.IP),
            new Quota(2, Period.HOUR, key, OnMissingKey.IP),
            new Quota(3, Period.DAY, key, OnMissingKey.IP),
            new Quota(4, Period.MONTH, key, OnMissingKey.IP),
            new RateLimit(5, Duration.ofDays(365), key, OnMissingKey.IP));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rate-limiting | {minute: 5} | counts by consumer
          rate-limiting | {minute: 5, limit_by: credential} | counts by credential
          rate-limiting | {minute: 5, limit_by: path, path: /a} | counts by path
          rate-limiting | {minute: 5, limit_by: header} | names no header
          rate-limiting | {minute: 0.5, limit_by: ip} | config.minute is no whole number
          rate-limiting | {minute: '5', limit_by: ip} | config.minute is no whole number
          rate-limiting | {limit_by: ip} | no window
          ip-restriction | {allow: [10.1.2.3/8]} | host bits
          ip-restriction | {} | no entry
          cors | {origins: ['https://.*\\.test']} | a policy cannot hold
          cors | {origins: ['https://a_b.test']} | config.origins means another thing
          cors | {origins: ['https://[ab]']} | config.origins means another thing
          cors | {origins: ['*'], credentials: true} | would hand every page
          cors | {origins: ['https://a.test'], preflight_continue: true} | the upstream answers
          cors | {origins: [a.test]} | a policy cannot hold
          request-termination | {status_code: 503, trigger: x-off} | its trigger
          request-termination | {status_code: 503, echo: true} | answers with the request
          request-termination | {status_code: 200, body: '{}'} | no block
          request-size-limiting | {allowed_payload_size: 2000} | a policy cannot hold
          correlation-id | {header_name: via} | would be refused
          request-transformer | {rename: {headers: ['x-a:x-b']}} | none of what it does
          request-transformer | {add: {querystring: ['a:b']}} | none of what it does
          request-transformer | {add: {headers: ['x-a:$(headers.x)']}} | none of what it does
          response-transformer | {replace: {headers: ['x-a:1']}} | none of what it does
          http-log | {http_endpoint: 'https://logs.test'} | another place than this hub
          key-auth | {} | from header or query
          key-auth | {key_in_query: false, anonymous: guest} | without a key through
          key-auth | {key_in_query: false, key_names: [a, b]} | has 2 names
          key-auth | {key_in_query: false, key_in_body: true} | in bodies too
          key-auth | {key_in_query: false, key_in_header: false} | nobody gets through
          key-auth | {key_in_query: false, key_names: ['x.key']} | a policy cannot hold
          jwt | {} | no policy is read out of jwt
          key-auth-of-somebody | {} | no policy is read out of key-auth-of-somebody
          hmac-auth | {} | no policy is read out of hmac-auth
          basic-auth | {anonymous: guest} | without a password through
          basic-auth | {realm: 'a"b'} | a policy cannot hold
          bot-detection | {} | its built-in list
          bot-detection | {deny: [curl]} | its built-in list
          bot-detection | {allow: ['^(?:(?!.*(?:(?:a))))'], deny: [b]} | its built-in list
          bot-detection | {allow: ['^(?:(?=a))'], deny: ['^']} | no pattern of a policy
          bot-detection | {allow: ['^(?:(?!.*(?:(?:a\\d))))'], deny: ['^']} | a policy cannot hold
          proxy-cache | {strategy: memory} | gives cookies that an answer sets
          """)
  void leavesToKongWhatNoPolicyMeans(String name, String config, String reason) {
    // When
    Reading reading = read(plugin(name, config, ON_ROUTE));

    // Then
    assertThat(reading.policies()).isEmpty();
    assertThat(reading.expressed()).isEmpty();
    assertThat(reading.remainder()).containsKey(KEY);
    assertThat(reading.reasons().get(KEY)).contains(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [] | requests of other hosts
          [host, content-length, transfer-encoding, authorization] | some of what they say
          """)
  void leavesCachesToKongThatMixCallers(String headers, String reason) {
    // Given
    String other = ", {id: %s, name: proxy-cache%s, config: {strategy: memory, vary_headers: %s}}";

    // When
    Reading reading =
        read(
            plugin("response-transformer", "{remove: {headers: [Set-Cookie]}}", ON_ROUTE)
                + other.formatted(CACHE, ON_ROUTE, headers));

    // Then
    assertThat(reading.reasons().get(new ObjectKey("plugins", CACHE))).contains(reason);
    assertThat(kinds(reading)).noneMatch(ResponseCache.class::isInstance);
  }

  @Test
  void readsACacheOfEverybodyWhereCookiesAreTakenOff() {
    // Given
    String other =
        ", {id: %s, name: proxy-cache%s, config: {strategy: memory, cache_ttl: 30, content_type:"
            + " [text/html, text/html; charset=utf-8], response_code: [200], request_method: [GET],"
            + " vary_headers: [content-length, host, transfer-encoding]}}";

    // When
    Reading reading =
        read(
            plugin("response-transformer", "{remove: {headers: [Set-Cookie]}}", ON_ROUTE)
                + other.formatted(CACHE, ON_ROUTE));

    // Then
    assertThat(kinds(reading))
        .contains(
            new ResponseCache(
                Duration.ofSeconds(30),
                List.of("GET"),
                List.of(200),
                List.of("text/html"),
                List.of(),
                List.of("*"),
                false,
                false,
                SetCookie.STRIP,
                Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          enabled: false | disabled
          consumer: {id: 0c000000-0000-4000-8000-000000000001} | one consumer only
          consumer_group: {id: 0c000000-0000-4000-8000-000000000009} | one consumer group only
          protocols: [https] | not act on both http and https
          condition: 'http.method == "GET"' | a field 'condition'
          partials: [{id: 1}] | a field 'partials'
          service: {id: 0a000000-0000-4000-8000-000000000009} | does not have its service
          """)
  void leavesToKongWhatDoesNotActForAll(String field, String reason) {
    // When
    Reading reading =
        read(plugin("ip-restriction", "{allow: [10.0.0.0/8]}", ON_ROUTE + ", " + field));

    // Then
    assertThat(reading.policies()).isEmpty();
    assertThat(reading.remainder()).containsKey(KEY);
    assertThat(reading.reasons().get(KEY)).contains(reason);
  }

  @Test
  void findsButDoesNotExpressWhatOthersTagged() {
    // When
    Reading reading =
        read(
            plugin(
                "ip-restriction",
                "{allow: [10.0.0.0/8], status: 403, message: address not allowed}",
                ON_ROUTE + ", tags: [managed-by-deck]"));

    // Then
    assertThat(kinds(reading)).containsExactly(OFFICE);
    assertThat(reading.policies().get(0).unexpressed()).containsOnlyKeys("tags");
    assertThat(reading.remainder()).containsKey(KEY);
  }

  @Test
  void readsKindsThatPeopleWriteShort() {
    assertThat(kinds(read(plugin("request-size-limiting", "{}", ON_ROUTE))))
        .containsExactly(new RequestSize(128L << 20));
    assertThat(kinds(read(plugin("correlation-id", "{}", ON_ROUTE))))
        .containsExactly(new CorrelationId("kong-request-id", OnInbound.KEEP, false));
    assertThat(
            kinds(
                read(
                    plugin(
                        "key-auth",
                        "{key_names: [X-Key], key_in_query: false, run_on_preflight: false}",
                        ON_ROUTE))))
        .containsExactly(
            new ApiKey(
                ApiKey.In.HEADER, "x-key", false, Preflight.PASS, ApiKey.Credentials.VENDOR));
    assertThat(kinds(read(plugin("request-termination", "{message: closed}", ON_ROUTE))))
        .containsExactly(new AccessBlock(503, "application/json", "closed"));
    assertThat(kinds(read(plugin("cors", "{}", ON_ROUTE))))
        .containsExactly(
            new Cors(
                List.of("*"),
                List.of(
                    "GET", "HEAD", "PUT", "PATCH", "POST", "DELETE", "OPTIONS", "TRACE", "CONNECT"),
                List.of(),
                List.of(),
                false,
                Duration.ofSeconds(5)));
  }

  @Test
  void readsTheEditsOfHeadersAndLeavesTheRestToKong() {
    // When
    Reading reading =
        read(
            plugin(
                "request-transformer",
                """
                {remove: {headers: [X-Gone, x-both], querystring: [debug]},
                 replace: {headers: ['x-set:1', 'x-only:2', 'x-odd:1']},
                 add: {headers: ['x-set:1', 'x-new:a:b', 'x-both:3', 'x-odd:2']},
                 append: {headers: ['x-more:1', 'x-more:2', 'x-empty:']},
                 rename: {headers: ['x-old:x-other']}}
                """,
                ON_ROUTE));

    // Then
    assertThat(kinds(reading))
        .containsExactly(
            new HeaderTransform(
                List.of(
                    new Edit.Remove("x-gone"),
                    new Edit.Append("x-more", "1"),
                    new Edit.Append("x-more", "2"),
                    new Edit.AddIfAbsent("x-new", "a:b"),
                    new Edit.Set("x-set", "1")),
                List.of()));
    assertThat(reading.policies().get(0).unexpressed())
        .containsOnlyKeys(
            "config.add.headers",
            "config.append.headers",
            "config.remove.headers",
            "config.remove.querystring",
            "config.rename.headers",
            "config.replace.headers");
  }

  @Test
  void takesALogToThisHubOnlyWithTheTokenOfTheGateway() {
    // Given
    String log =
        "{http_endpoint: 'https://hub.test/ingest', method: POST, queue: {max_coalescing_delay: 9}";

    // Then
    assertThat(read(plugin("http-log", log + "}", ON_ROUTE)).reasons().get(KEY))
        .contains("config.headers means another thing");
    assertThat(
            read(plugin("http-log", log + ", headers: {x-entente-gateway-token: other}}", ON_ROUTE))
                .policies())
        .isEmpty();
  }

  @Test
  void readsNothingWithoutTheSchemaOfThePlugin() {
    // Given
    var observed = Worlds.estate(plugin("cors", "{origins: ['https://a.test']}", ON_ROUTE));
    var known = Worlds.request(observed, List.of());
    var profile = Requests.profile(1, known.profile().settings(), known.profile().capabilities());
    var blind =
        new GatewayProfile(
            profile.vendor(),
            profile.edition(),
            profile.version(),
            1,
            profile.capabilities(),
            profile.settings(),
            VendorSchema.none());

    // When
    Reading reading =
        new KongReverse()
            .read(new ReverseRequest(known.gateway(), blind, known.apis(), observed, Set.of()));

    // Then
    assertThat(reading.policies()).isEmpty();
    assertThat(reading.reasons().get(KEY)).contains("defaults are unknown");
  }

  @Test
  void neverRepeatsAValueOfWhatItDoesNotSay() {
    // When
    Reading reading =
        read(
            plugin(
                "rate-limiting",
                "{minute: 5, limit_by: ip, policy: redis, redis: {host: r.test, password: hunter2}}",
                ON_ROUTE));

    // Then
    assertThat(kinds(reading)).hasSize(1);
    assertThat(reading.policies().get(0).unexpressed())
        .containsKeys("config.policy", "config.redis.host", "config.redis.password");
    assertThat(reading.policies().toString() + reading.reasons()).doesNotContain("hunter2");
  }
}
