package io.entente.bench.translation;

import io.entente.model.estate.Api;
import io.entente.model.estate.Vendor;
import io.entente.policy.Policy;
import io.entente.policy.resolution.EffectivePolicyResolver;
import io.entente.policy.resolution.RouteResolution;
import io.entente.policy.resolution.RouteTarget;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Which of 200 policies hold on each of 10,000 routes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class ResolutionBench {

  private static final int APIS = 100;
  private static final int POLICIES = 200;

  private final List<Api> apis = Estate.apis(APIS);
  private final List<Policy> policies = Estate.mixed(POLICIES, APIS);

  @Benchmark
  public Map<RouteTarget, RouteResolution> effectivePolicies() {
    return EffectivePolicyResolver.resolve(Estate.gateway(Vendor.KONG), apis, policies);
  }
}
