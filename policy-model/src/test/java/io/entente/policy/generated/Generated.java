package io.entente.policy.generated;

import io.entente.model.estate.Api;
import io.entente.model.estate.Binding;
import io.entente.model.estate.Endpoint;
import io.entente.model.estate.PathMatch;
import io.entente.model.estate.Route;
import io.entente.model.estate.Upstream;
import io.entente.model.event.Recording;
import io.entente.model.event.Recording.ErrorsAndSample;
import io.entente.model.identity.ApiName;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Labels;
import io.entente.model.identity.PolicyName;
import io.entente.model.identity.PolicyVersion;
import io.entente.model.identity.RouteName;
import io.entente.policy.AccessBlock;
import io.entente.policy.ApiKey;
import io.entente.policy.BasicAuth;
import io.entente.policy.BotDetection;
import io.entente.policy.CallerKinds;
import io.entente.policy.Cidr;
import io.entente.policy.ClaimRule;
import io.entente.policy.ClientIdentity;
import io.entente.policy.ConsumerAccess;
import io.entente.policy.CorrelationId;
import io.entente.policy.Cors;
import io.entente.policy.GatewaySecret;
import io.entente.policy.GraphqlIntrospection;
import io.entente.policy.GraphqlLimits;
import io.entente.policy.GraphqlSchema;
import io.entente.policy.HeaderTransform;
import io.entente.policy.HeaderTransform.Edit;
import io.entente.policy.IpAddress;
import io.entente.policy.IpFilter;
import io.entente.policy.Jwk;
import io.entente.policy.Jwks;
import io.entente.policy.Jwt;
import io.entente.policy.LimitKey;
import io.entente.policy.LogMasking;
import io.entente.policy.Mtls;
import io.entente.policy.OAuth2Introspection;
import io.entente.policy.OnMissingKey;
import io.entente.policy.Policy;
import io.entente.policy.PolicyKind;
import io.entente.policy.PolicySpec;
import io.entente.policy.Preflight;
import io.entente.policy.Quota;
import io.entente.policy.RateLimit;
import io.entente.policy.RequestSize;
import io.entente.policy.ResponseCache;
import io.entente.policy.SigningAlgorithm;
import io.entente.policy.SpikeArrest;
import io.entente.policy.TargetRef;
import io.entente.policy.TokenSource;
import io.entente.policy.TrafficLog;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Random valid policies and APIs from a seed; small worlds, so that things meet. */
public final class Generated {

  private final Random random;

  public Generated(long seed) {
    this.random = new Random(seed);
  }

  public Policy policy(String name) {
    return new Policy(
        new PolicyVersion(new PolicyName(name), 1 + random.nextInt(5)), labels(), spec());
  }

  private PolicySpec spec() {
    PolicyKind kind = kind();
    boolean narrowed = CallerKinds.refused(kind.getClass()).isEmpty();
    return new PolicySpec(
        list(1, 3, () -> target(narrowed)),
        any(PolicySpec.Merge.values()),
        random.nextInt(3) - 1,
        any(PolicySpec.Mode.values()),
        any(PolicySpec.Require.values()),
        any(PolicySpec.OnError.values()),
        kind);
  }

  private PolicyKind kind() {
    return switch (random.nextInt(30)) {
      case 0 ->
          new RateLimit(1 + random.nextInt(1_000), window(), key(), any(OnMissingKey.values()));
      case 1 -> headerTransform();
      case 2 -> ipFilter();
      case 3 -> cors();
      case 4 ->
          new SpikeArrest(
              1 + random.nextInt(5_000),
              any(SpikeArrest.Per.values()),
              1 + random.nextInt(20),
              key(),
              any(OnMissingKey.values()));
      case 5 ->
          new Quota(
              1 + random.nextInt(100_000),
              any(Quota.Period.values()),
              key(),
              any(OnMissingKey.values()));
      case 6 ->
          new AccessBlock(
              400 + random.nextInt(200),
              any("text/plain", "application/problem+json"),
              any("", "down\n", "{\"a\": \"Ruhe, für\t1 h\"}"));
      case 7 -> new RequestSize(1 + random.nextInt(2_000_000));
      case 8 ->
          new CorrelationId(
              any("x-request-id", "x-trace"),
              any(CorrelationId.OnInbound.values()),
              random.nextBoolean());
      case 9 -> apiKey();
      case 10 -> jwt();
      case 11 -> GeneratedBodies.jsonThreat(random);
      case 12 -> GeneratedBodies.xmlThreat(random);
      case 13 -> GeneratedBodies.injectionProtection(random);
      case 14 -> botDetection();
      case 15 ->
          new BasicAuth(
              any("api", "the admin's/area".replace("'", "-")),
              random.nextBoolean(),
              any(Preflight.values()),
              ApiKey.Credentials.VENDOR);
      case 16 -> responseCache();
      case 17 ->
          new LogMasking(
              distinct(list(1, 2, () -> any("cookie", "x-b"))),
              any(List.of(), List.of("*"), List.of("key", "page")));
      case 18, 19, 20, 21 -> new GeneratedUpstream(random).kind();
      case 22 -> introspection();
      case 23 -> graphqlLimits();
      case 24 -> new GraphqlIntrospection(random.nextBoolean());
      case 25 -> consumerAccess();
      case 26 -> new GraphqlSchema(any("type Query {\n\ta: ID\n}\n", "# ü\r\ntype Query {a: Int}"));
      case 27 -> GeneratedOpenApi.any(random);
      case 28 -> mtls();
      default -> new TrafficLog(Duration.ofSeconds(1 + random.nextInt(60)), recording());
    };
  }

  private ConsumerAccess consumerAccess() {
    return new ConsumerAccess(
        new ConsumerAccess.Callers(
            distinct(list(0, 2, () -> any("alice", "auth0|7"))),
            distinct(list(0, 2, () -> any("gold", "our staff")))),
        new ConsumerAccess.Callers(
            distinct(list(1, 2, () -> any("bob", "m@x.test"))),
            distinct(list(0, 2, () -> any("banned", "left")))),
        any(ConsumerAccess.OnUnknown.values()));
  }

  private Mtls mtls() {
    return new Mtls(
        distinct(
            list(1, 2, () -> any(SampleCertificates.partners(), SampleCertificates.devices()))),
        distinct(
            list(
                0,
                2,
                () ->
                    new ClientIdentity(
                        any(ClientIdentity.Kind.values()),
                        any("shop", "spiffe://example/ns/a?b=1")))),
        any(Mtls.Revocation.values()));
  }

  private BotDetection botDetection() {
    return new BotDetection(
        distinct(list(1, 3, () -> any("(?i)bot", "^curl/", "[.]x(a|b)?$"))),
        distinct(list(0, 2, () -> any("^Good", "[0-9]+-z"))),
        any(BotDetection.OnMissing.values()));
  }

  private ResponseCache responseCache() {
    return new ResponseCache(
        any(Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofDays(30)),
        any(List.of("GET"), List.of("HEAD"), List.of("GET", "HEAD")),
        distinct(list(1, 3, () -> any(200, 203, 301, 404, 503))),
        distinct(list(0, 2, () -> any("application/json", "image/svg+xml"))),
        distinct(list(0, 2, () -> any("accept-language", "x-b"))),
        any(List.of("*"), List.of("page"), List.of("q", "pageSize")),
        random.nextBoolean(),
        random.nextBoolean(),
        any(ResponseCache.SetCookie.values()),
        any(Optional.<Long>empty(), Optional.of(1L), Optional.of(16_777_216L)));
  }

  private ApiKey apiKey() {
    ApiKey.In in = any(ApiKey.In.values());
    return new ApiKey(
        in,
        in == ApiKey.In.HEADER ? any("x-api-key", "x-app") : any("apiKey", "host"),
        random.nextBoolean(),
        any(Preflight.values()),
        ApiKey.Credentials.VENDOR);
  }

  private Jwt jwt() {
    boolean expires = random.nextInt(3) > 0;
    return new Jwt(
        any("https://issuer.example/", "issuer"),
        distinct(list(0, 2, () -> any("orders", "https://api.example"))),
        random.nextBoolean()
            ? new Jwks.Url(any("https://issuer.example/jwks.json", "https://issuer.example:8443/"))
            : new Jwks.Inline(keys()),
        List.of(SigningAlgorithm.values()),
        Duration.ofSeconds(any(0, 1, 60, 600)),
        expires,
        expires && random.nextBoolean()
            ? Optional.of(Duration.ofSeconds(any(1, 3600, 86_400, 31_536_000)))
            : Optional.empty(),
        List.of(
                new ClaimRule("scope", List.of("orders.read")),
                new ClaimRule("https://example/roles", List.of("admin", "two words")))
            .subList(0, random.nextInt(3)),
        new TokenSource(any("authorization", "x-token"), any(TokenSource.Scheme.values())),
        random.nextBoolean(),
        any(Preflight.values()));
  }

  private OAuth2Introspection introspection() {
    return new OAuth2Introspection(
        any("https://issuer.example/introspect", "https://issuer.example:8443/ask?realm=a"),
        any("edge", "orders.gateway_1"),
        new GatewaySecret(any("edge", "orders-gateway-1")),
        distinct(list(0, 2, () -> any("orders.read", "https://api.example/orders[1]"))),
        distinct(list(0, 2, () -> any("orders", "https://api.example"))),
        Duration.ofSeconds(any(0, 1, 30, 3600)),
        random.nextBoolean(),
        any(Preflight.values()));
  }

  private GraphqlLimits graphqlLimits() {
    return new GraphqlLimits(
        Optional.of(1 + random.nextInt(1_000)),
        random.nextBoolean() ? Optional.of(1 + random.nextInt(100_000)) : Optional.empty(),
        random.nextBoolean() ? Optional.of(random.nextInt(100_001)) : Optional.empty(),
        random.nextBoolean() ? Optional.of(1 + random.nextInt(1_000)) : Optional.empty());
  }

  private List<Jwk> keys() {
    return List.of(
            SampleKeys.rsa("a", any(Optional.empty(), Optional.of(SigningAlgorithm.PS256))),
            SampleKeys.p256("b/1"),
            SampleKeys.p384("c"),
            SampleKeys.p521("d"))
        .subList(random.nextInt(2), 2 + random.nextInt(3));
  }

  private HeaderTransform headerTransform() {
    List<Edit> request = list(0, 3, this::edit);
    return new HeaderTransform(request, list(request.isEmpty() ? 1 : 0, 3, this::edit));
  }

  private IpFilter ipFilter() {
    List<Cidr> allow = distinct(list(0, 3, this::cidr));
    return new IpFilter(allow, distinct(list(allow.isEmpty() ? 1 : 0, 3, this::cidr)));
  }

  public Cidr cidr() {
    IpAddress address = address();
    return Cidr.around(address, random.nextInt(address.family().width() + 1));
  }

  /** With many zero groups, so that spellings differ. */
  public IpAddress address() {
    if (random.nextBoolean()) {
      return new IpAddress(IpAddress.Family.V4, new BigInteger(32, random));
    }
    BigInteger bits = BigInteger.ZERO;
    for (int group = 0; group < 8; group++) {
      bits = bits.shiftLeft(16).or(BigInteger.valueOf(any(0, 0, 0xffff, random.nextInt(0x10000))));
    }
    return new IpAddress(IpAddress.Family.V6, bits);
  }

  private Cors cors() {
    boolean everybody = random.nextInt(3) == 0;
    return new Cors(
        everybody
            ? List.of(Cors.ANY_ORIGIN)
            : distinct(
                list(
                    1,
                    3,
                    () -> any("https://a.example", "http://localhost:3000", "http://[::1]:81"))),
        distinct(list(1, 3, () -> any("GET", "PUT", "DELETE"))),
        distinct(list(0, 2, () -> any("content-type", "x-a"))),
        distinct(list(0, 2, () -> any("etag", "x-b"))),
        !everybody && random.nextBoolean(),
        Duration.ofSeconds(any(0, 1, 5, 3600, 86_400)));
  }

  private static <T> List<T> distinct(List<T> items) {
    return List.copyOf(new LinkedHashSet<>(items));
  }

  private Duration window() {
    return any(
        Duration.ofSeconds(1 + random.nextInt(10_000)),
        Duration.ofMinutes(1 + random.nextInt(100)),
        Duration.ofHours(1 + random.nextInt(100)),
        Duration.ofDays(1 + random.nextInt(366)));
  }

  private LimitKey key() {
    return any(
        new LimitKey.Route(), new LimitKey.ClientIp(), new LimitKey.Header(any("x-team", "x-app")));
  }

  private Edit edit() {
    String name = any("x-a", "x-b");
    String value = any("", "1", "two words", "~\"{}");
    return any(
        new Edit.Set(name, value),
        new Edit.AddIfAbsent(name, value),
        new Edit.Append(name, value),
        new Edit.Remove(name));
  }

  private TargetRef target(boolean narrowed) {
    TargetRef target = target();
    return narrowed && random.nextInt(3) == 0
        ? new TargetRef(
            target.kind(),
            target.name(),
            target.selector(),
            new TreeSet<>(list(1, 3, () -> any("alice", "bob", "Zürich & Söhne"))))
        : target;
  }

  private TargetRef target() {
    TargetRef.Kind kind = any(TargetRef.Kind.values());
    if (random.nextBoolean()) {
      String name =
          switch (kind) {
            case TENANT -> any("main", "other");
            case ENVIRONMENT -> any("prod", "Test EU");
            case GATEWAY -> any("eu", "us");
            case API -> any("orders", "users");
            case ROUTE -> any("orders/", "users/") + any("list", "add");
          };
      return new TargetRef(kind, Optional.of(name), Labels.none());
    }
    boolean labelled = kind.compareTo(TargetRef.Kind.GATEWAY) >= 0;
    return new TargetRef(kind, Optional.empty(), labelled ? labels() : Labels.none());
  }

  public Labels labels() {
    var values = new TreeMap<String, String>();
    list(0, 2, () -> any("exposure", "team/owner"))
        .forEach(key -> values.put(key, any("partner", "intern", "Zürich")));
    return new Labels(values);
  }

  public Api api(String name) {
    var routes = new ArrayList<Route>();
    for (String route : List.of("list", "add", "all")) {
      if (routes.isEmpty() || random.nextBoolean()) {
        routes.add(route(route));
      }
    }
    return new Api(
        new ApiName(name),
        1 + random.nextInt(5),
        labels(),
        new TreeSet<>(list(0, 2, () -> new GatewayId(any("eu", "us")))),
        random.nextBoolean() ? List.of() : List.of(binding(any("kong-1", "kong-2"), routes)),
        random.nextBoolean() ? List.of("*") : List.of("a.example.com", "b.example.com"),
        Optional.of(
            new Upstream(
                random.nextBoolean()
                    ? List.of(new Endpoint("127.0.0.1", 1 + random.nextInt(65535)))
                    : List.of(new Endpoint("one", 80), new Endpoint("one", 81)),
                Duration.ofMillis(1 + random.nextInt(10_000)))),
        routes);
  }

  private Binding binding(String gateway, List<Route> routes) {
    var names = new TreeMap<RouteName, String>();
    routes.forEach(route -> names.put(route.name(), any("orders-route", "9f0c1d2e")));
    return new Binding(new GatewayId(gateway), names);
  }

  private Route route(String name) {
    String path = any("/", "/a", "/a/b", "/a%20b");
    return new Route(
        new RouteName(name),
        random.nextBoolean() ? new PathMatch.Exact(path) : new PathMatch.Prefix(path),
        new TreeSet<>(list(0, 2, () -> any("GET", "POST", "PUT"))),
        labels());
  }

  private Recording recording() {
    return any(Recording.ALL, Recording.AGGREGATE, new ErrorsAndSample(any(2, 64, 1_000_000)));
  }

  /** A gateway's labels, with or without environment. */
  public Labels gatewayLabels() {
    return random.nextBoolean()
        ? Labels.none()
        : Labels.of(Map.of("environment", any("prod", "Test EU"), "exposure", "partner"));
  }

  @SafeVarargs
  public final <T> T any(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private <T> List<T> list(int least, int most, Supplier<T> item) {
    var items = new ArrayList<T>();
    int size = least + random.nextInt(most - least + 1);
    for (int i = 0; i < size; i++) {
      items.add(item.get());
    }
    return items;
  }
}
