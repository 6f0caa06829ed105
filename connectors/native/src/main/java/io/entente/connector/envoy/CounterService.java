package io.entente.connector.envoy;

import io.envoyproxy.envoy.service.metrics.v3.MetricsServiceGrpc.MetricsServiceImplBase;
import io.envoyproxy.envoy.service.metrics.v3.StreamMetricsMessage;
import io.envoyproxy.envoy.service.metrics.v3.StreamMetricsResponse;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.time.Instant;
import java.util.Optional;

/**
 * Statistics that Envoys send of themselves. Two counters are kept of them: how many access log
 * entries an Envoy made, and how many of these it threw away.
 */
final class CounterService extends MetricsServiceImplBase {

  static final String WRITTEN = "access_logs.grpc_access_log.logs_written";
  static final String DROPPED = "access_logs.grpc_access_log.logs_dropped";

  private final AccessLogLedger ledger;

  CounterService(AccessLogLedger ledger) {
    this.ledger = ledger;
  }

  @Override
  public StreamObserver<StreamMetricsMessage> streamMetrics(
      StreamObserver<StreamMetricsResponse> out) {
    return new Reports(TokenInterceptor.caller(), out);
  }

  /** What an Envoy counted at one moment, both kinds of entries together. */
  record Report(Instant at, long entries, boolean told) {

    /** Of a message; empty where it holds no statistics at all. A counter of 0 is not sent. */
    static Optional<Report> of(StreamMetricsMessage message) {
      long entries = 0;
      long millis = 0;
      boolean told = false;
      for (var family : message.getEnvoyMetricsList()) {
        boolean ours = family.getName().equals(WRITTEN) || family.getName().equals(DROPPED);
        told |= ours;
        for (var metric : family.getMetricList()) {
          entries += ours ? Math.round(metric.getCounter().getValue()) : 0;
          millis = Math.max(millis, metric.getTimestampMs());
        }
      }
      return millis == 0
          ? Optional.empty()
          : Optional.of(new Report(Instant.ofEpochMilli(millis), entries, told));
    }
  }

  /** One stream; gRPC hands its messages over one at a time. */
  private final class Reports implements StreamObserver<StreamMetricsMessage> {

    private final GatewayIdentity caller;
    private final StreamNode node;
    private final StreamObserver<StreamMetricsResponse> out;

    private boolean closed;

    /** An Envoy that once told of a log tells of it in every report, if not in every message. */
    private boolean told;

    Reports(GatewayIdentity caller, StreamObserver<StreamMetricsResponse> out) {
      this.caller = caller;
      this.node = new StreamNode(caller);
      this.out = out;
    }

    @Override
    public void onNext(StreamMetricsMessage message) {
      if (closed) {
        return;
      }
      try {
        String from = node.of(message.getIdentifier().getNode());
        Report.of(message).ifPresent(report -> take(from, report));
      } catch (StatusRuntimeException e) {
        closed = true;
        out.onError(e);
      }
    }

    private void take(String from, Report report) {
      if (report.told() || !told) {
        told |= report.told();
        ledger.counted(caller.gateway(), from, report.at(), report.entries());
      }
    }

    @Override
    public void onError(Throwable t) {
      closed = true;
    }

    @Override
    public void onCompleted() {
      if (!closed) {
        closed = true;
        out.onCompleted();
      }
    }
  }
}
