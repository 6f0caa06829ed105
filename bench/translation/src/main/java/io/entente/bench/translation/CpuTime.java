package io.entente.bench.translation;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Operations per second of processor time of the whole process, collector and compiler included:
 * what a core gives, whoever else uses the machine.
 */
public final class CpuTime implements InternalProfiler {

  private long before;

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    before = now();
  }

  @Override
  public Collection<? extends Result> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    double seconds = (now() - before) / 1e9;
    // counted in operations of the benchmark, several of which are one invocation
    long operations = result.getMetadata().getMeasuredOps();
    return List.of(
        new ScalarResult("per.cpu.second", operations / seconds, "ops/s", AggregationPolicy.AVG));
  }

  @Override
  public String getDescription() {
    return "operations per second of processor time";
  }

  private static long now() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
