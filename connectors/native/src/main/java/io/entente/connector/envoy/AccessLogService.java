package io.entente.connector.envoy;

import io.entente.model.event.Recorded;
import io.entente.model.event.TrafficEvent;
import io.envoyproxy.envoy.data.accesslog.v3.HTTPAccessLogEntry;
import io.envoyproxy.envoy.service.accesslog.v3.AccessLogServiceGrpc.AccessLogServiceImplBase;
import io.envoyproxy.envoy.service.accesslog.v3.StreamAccessLogsMessage;
import io.envoyproxy.envoy.service.accesslog.v3.StreamAccessLogsResponse;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.lang.System.Logger.Level;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.util.function.Function;

/**
 * ALS. A stream has a bounded number of messages in flight: the next is read only when the sink has
 * settled one, so a slow sink slows Envoy's sender and never fills our memory.
 */
final class AccessLogService extends AccessLogServiceImplBase {

  private static final System.Logger LOG = System.getLogger(AccessLogService.class.getName());

  private static final int MESSAGES_IN_FLIGHT = 4;

  private final Function<GatewayIdentity, AccessLogFeed> feeds;
  private final InstantSource clock;

  AccessLogService(Function<GatewayIdentity, AccessLogFeed> feeds, InstantSource clock) {
    this.feeds = feeds;
    this.clock = clock;
  }

  @Override
  public StreamObserver<StreamAccessLogsMessage> streamAccessLogs(
      StreamObserver<StreamAccessLogsResponse> out) {
    var call = (ServerCallStreamObserver<StreamAccessLogsResponse>) out;
    call.disableAutoRequest();
    var caller = TokenInterceptor.caller();
    AccessLogFeed feed = feeds.apply(caller);
    call.setOnCancelHandler(() -> LOG.log(Level.DEBUG, "ALS of {0} ended", caller.gateway()));
    call.request(MESSAGES_IN_FLIGHT);
    return new Messages(caller, feed, call);
  }

  /** Messages of one stream; gRPC hands them over one at a time. */
  private final class Messages implements StreamObserver<StreamAccessLogsMessage> {

    private final GatewayIdentity caller;
    private final StreamNode node;
    private final AccessLogFeed feed;
    private final ServerCallStreamObserver<StreamAccessLogsResponse> call;

    private boolean closed;

    Messages(
        GatewayIdentity caller,
        AccessLogFeed feed,
        ServerCallStreamObserver<StreamAccessLogsResponse> call) {
      this.caller = caller;
      this.node = new StreamNode(caller);
      this.feed = feed;
      this.call = call;
    }

    @Override
    public void onNext(StreamAccessLogsMessage message) {
      if (closed) {
        return;
      }
      try {
        if (!feed.open()) {
          throw Status.UNAVAILABLE.withDescription("not taking access logs").asRuntimeException();
        }
        take(node.of(message.getIdentifier().getNode()), message);
      } catch (StatusRuntimeException e) {
        closed = true;
        call.onError(e);
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
        call.onCompleted();
      }
    }

    private void take(String from, StreamAccessLogsMessage message) {
      var sorting = new Recorded.Sorting();
      long bad = message.getTcpLogs().getLogEntryCount();
      String why = bad > 0 ? "a TCP entry is no request" : "";
      for (HTTPAccessLogEntry entry : message.getHttpLogs().getLogEntryList()) {
        try {
          TrafficEvent event = AccessLogEntries.event(caller, from, entry, clock.instant());
          sorting.add(event, AccessLogEntries.recording(entry));
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
          bad++;
          why = String.valueOf(e.getMessage());
        }
      }
      if (bad > 0) {
        LOG.log(Level.WARNING, "{0}: {1} access log entries are malformed: {2}", from, bad, why);
      }
      feed.deliver(sorting.done(), bad).whenComplete((done, failure) -> call.request(1));
    }
  }
}
