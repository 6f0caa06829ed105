package io.entente.bench.translation;

import io.entente.model.estate.Api;
import io.entente.model.estate.Endpoint;
import io.entente.model.estate.Gateway;
import io.entente.model.estate.PathMatch;
import io.entente.model.estate.Route;
import io.entente.model.estate.Upstream;
import io.entente.model.estate.Vendor;
import io.entente.model.identity.ApiName;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Labels;
import io.entente.model.identity.PolicyName;
import io.entente.model.identity.PolicyVersion;
import io.entente.model.identity.RouteName;
import io.entente.model.identity.Tenant;
import io.entente.policy.AccessBlock;
import io.entente.policy.Cidr;
import io.entente.policy.CorrelationId;
import io.entente.policy.Cors;
import io.entente.policy.HeaderTransform;
import io.entente.policy.HeaderTransform.Edit;
import io.entente.policy.IpFilter;
import io.entente.policy.LimitKey;
import io.entente.policy.OnMissingKey;
import io.entente.policy.Policy;
import io.entente.policy.PolicyKind;
import io.entente.policy.PolicySpec;
import io.entente.policy.RateLimit;
import io.entente.policy.RequestSize;
import io.entente.policy.TargetRef;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** APIs of a hundred routes each, made on one gateway, and policies on them. */
final class Estate {

  static final GatewayId GATEWAY = new GatewayId("edge");
  static final int ROUTES_OF_ONE = 100;

  /** Of different kinds that every vendor here translates, so that all hold on a route. */
  static final List<PolicyKind> KINDS =
      List.of(
          new RateLimit(100, Duration.ofMinutes(1), new LimitKey.ClientIp(), OnMissingKey.IP),
          new HeaderTransform(
              List.of(new Edit.Set("x-by", "entente"), new Edit.Remove("x-internal")),
              List.of(new Edit.AddIfAbsent("x-served", "yes"))),
          new IpFilter(
              List.of(Cidr.parse("10.0.0.0/8"), Cidr.parse("192.0.2.0/24")),
              List.of(Cidr.parse("10.9.0.0/16"))),
          new RequestSize(1_048_576),
          new Cors(
              List.of("https://app.test", "https://admin.test"),
              List.of("GET", "PUT"),
              List.of("authorization"),
              List.of(),
              true,
              Duration.ofMinutes(10)));

  private Estate() {}

  static Gateway gateway(Vendor vendor) {
    return new Gateway(
        new Tenant("main"), GATEWAY, vendor, Labels.none(), Gateway.WriteMode.MANAGED);
  }

  static List<Api> apis(int count) {
    return IntStream.range(0, count).mapToObj(Estate::api).toList();
  }

  private static Api api(int number) {
    return new Api(
        new ApiName("api-" + number),
        1,
        Labels.none(),
        new TreeSet<>(List.of(GATEWAY)),
        List.of(),
        List.of("*"),
        Optional.of(new Upstream(List.of(new Endpoint("10.0.0.5", 9000)), Duration.ofSeconds(5))),
        IntStream.range(0, ROUTES_OF_ONE)
            .mapToObj(
                route ->
                    new Route(
                        new RouteName("r" + route),
                        new PathMatch.Prefix("/a" + number + "/r" + route),
                        new TreeSet<>(),
                        Labels.none()))
            .toList());
  }

  /** One policy of each kind, on everything. */
  static List<Policy> everywhere() {
    return IntStream.range(0, KINDS.size())
        .mapToObj(i -> policy("p" + i, TargetRef.Kind.TENANT, Optional.empty(), KINDS.get(i)))
        .toList();
  }

  /** Some on everything, more on an API, most on a route. */
  static List<Policy> mixed(int count, int apis) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                switch (i % 10) {
                  case 0 -> policy("p" + i, TargetRef.Kind.TENANT, Optional.empty(), kind(i));
                  case 1, 2, 3 ->
                      policy("p" + i, TargetRef.Kind.API, Optional.of("api-" + i % apis), kind(i));
                  default ->
                      policy(
                          "p" + i,
                          TargetRef.Kind.ROUTE,
                          Optional.of("api-" + i % apis + "/r" + i % ROUTES_OF_ONE),
                          kind(i));
                })
        .toList();
  }

  private static PolicyKind kind(int i) {
    int which = i / 10 % (KINDS.size() + 2);
    if (which < KINDS.size()) {
      return KINDS.get(which);
    }
    return which == KINDS.size()
        ? new AccessBlock(503, "text/plain", "down")
        : new CorrelationId("x-request-id", CorrelationId.OnInbound.KEEP, true);
  }

  private static Policy policy(
      String name, TargetRef.Kind target, Optional<String> of, PolicyKind kind) {
    return new Policy(
        new PolicyVersion(new PolicyName(name), 1),
        Labels.none(),
        new PolicySpec(
            List.of(new TargetRef(target, of, Labels.none())),
            PolicySpec.Merge.DEFAULT,
            0,
            PolicySpec.Mode.ENFORCE,
            PolicySpec.Require.APPROXIMATE,
            PolicySpec.OnError.DENY,
            kind));
  }
}
