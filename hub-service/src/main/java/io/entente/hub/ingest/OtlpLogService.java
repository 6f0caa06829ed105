package io.entente.hub.ingest;

import io.entente.connector.envoy.GatewayIdentity;
import io.entente.connector.envoy.NativeControlPlane;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.entente.model.problem.ProblemKind;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.collector.logs.v1.LogsServiceGrpc.LogsServiceImplBase;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionException;

/**
 * Where exporters of OTLP send logs over gRPC, on the port of the control plane and with a token of
 * the gateway. UNAVAILABLE asks them to send again; any other status says it would be of no use.
 */
@Singleton
public class OtlpLogService extends LogsServiceImplBase {

  private final OtlpIngest ingest;

  OtlpLogService(OtlpIngest ingest) {
    this.ingest = ingest;
  }

  @Override
  public void export(
      ExportLogsServiceRequest request, StreamObserver<ExportLogsServiceResponse> out) {
    GatewayIdentity caller = NativeControlPlane.caller();
    try {
      ingest
          .take(caller, request)
          .whenComplete(
              (taken, failure) -> {
                if (failure == null) {
                  out.onNext(OtlpIngest.response(taken));
                  out.onCompleted();
                } else {
                  out.onError(status(failure).asRuntimeException());
                }
              });
    } catch (ProblemException e) {
      out.onError(status(e).asRuntimeException());
    }
  }

  private static Status status(Throwable failure) {
    Throwable why =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    if (why instanceof ProblemException told) {
      Problem problem = told.problems().get(0);
      Status status =
          problem.kind() == ProblemKind.USER ? Status.INVALID_ARGUMENT : Status.UNAVAILABLE;
      return status.withDescription(problem.code() + ": " + problem.message());
    }
    return Status.UNAVAILABLE.withDescription("INTERNAL_ERROR");
  }
}
