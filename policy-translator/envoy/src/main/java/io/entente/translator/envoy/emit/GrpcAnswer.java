package io.entente.translator.envoy.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.Direction;
import io.entente.policy.Policy;
import java.util.List;

/** How Envoy tells callers of gRPC that it answers itself. */
final class GrpcAnswer {

  private GrpcAnswer() {}

  static Deviation of(Policy policy, int status) {
    return new Deviation(
        "grpc-answer",
        Direction.DIFFERENT,
        ("a request with content-type application/grpc is answered 200 and a grpc-status, not %d:"
                + " callers of gRPC are told so")
            .formatted(status),
        "None: this is how gRPC carries errors.",
        List.of(policy.id()));
  }
}
