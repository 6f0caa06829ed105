package io.entente.bench.translation;

import io.entente.model.estate.Api;
import io.entente.model.estate.GatewayProfile;
import io.entente.model.estate.Vendor;
import io.entente.policy.resolution.EffectivePolicyResolver;
import io.entente.translator.Translation;
import io.entente.translator.TranslationRequest;
import io.entente.translator.apigee.ApigeeTranslator;
import io.entente.translator.envoy.EnvoyTranslator;
import io.entente.translator.kong.KongTranslator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One operation is one policy on one route, documents and fidelity report included. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class TranslationBench {

  private static final int APIS = 10;
  private static final int POLICIES_TIMES_ROUTES = 5 * APIS * Estate.ROUTES_OF_ONE;

  private final TranslationRequest kong =
      request(
          Vendor.KONG,
          "3.9.1",
          Set.of(
              "plugin:cors",
              "plugin:ip-restriction",
              "plugin:rate-limiting",
              "plugin:request-size-limiting",
              "plugin:request-transformer",
              "plugin:response-transformer"),
          Map.of("database", "postgres"));

  private final TranslationRequest envoy =
      request(Vendor.ENVOY, "1.40.0", Set.of(), Map.of("listener.port", "8080"));

  private final TranslationRequest apigee =
      request(
          Vendor.APIGEE,
          "v1",
          Set.of("extensible", "flow-hooks"),
          Map.of("organization", "acme", "environment", "prod"));

  @Benchmark
  @OperationsPerInvocation(POLICIES_TIMES_ROUTES)
  public Translation kong() {
    return whole(new KongTranslator().translate(kong));
  }

  @Benchmark
  @OperationsPerInvocation(POLICIES_TIMES_ROUTES)
  public Translation envoy() {
    return whole(new EnvoyTranslator().translate(envoy));
  }

  @Benchmark
  @OperationsPerInvocation(POLICIES_TIMES_ROUTES)
  public Translation apigee() {
    return whole(new ApigeeTranslator().translate(apigee));
  }

  /** What refuses a policy is quick and not what is measured. */
  private static Translation whole(Translation translation) {
    if (!translation.refusals().isEmpty()
        || translation.fidelity().entries().size() != POLICIES_TIMES_ROUTES) {
      throw new IllegalStateException(
          translation.fidelity().entries().size()
              + " entries, refused "
              + translation.refusals().stream().limit(2).toList());
    }
    return translation;
  }

  private static TranslationRequest request(
      Vendor vendor, String version, Set<String> capabilities, Map<String, String> settings) {
    List<Api> apis = Estate.apis(APIS);
    String edition = vendor == Vendor.APIGEE ? "x" : "oss";
    return new TranslationRequest(
        Estate.GATEWAY,
        new GatewayProfile(
            vendor, edition, version, 1, new TreeSet<>(capabilities), new TreeMap<>(settings)),
        apis,
        new TreeMap<>(),
        EffectivePolicyResolver.resolve(Estate.gateway(vendor), apis, Estate.everywhere()));
  }
}
