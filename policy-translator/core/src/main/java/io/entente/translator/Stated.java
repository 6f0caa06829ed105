package io.entente.translator;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.Direction;
import io.entente.model.identity.PolicyVersion;
import java.util.List;

/** States deviations of one policy. */
public record Stated(PolicyVersion policy) {

  public Deviation looser(String code, String bound, String remedy) {
    return of(Direction.LOOSER, code, bound, remedy);
  }

  public Deviation stricter(String code, String bound, String remedy) {
    return of(Direction.STRICTER, code, bound, remedy);
  }

  public Deviation different(String code, String bound, String remedy) {
    return of(Direction.DIFFERENT, code, bound, remedy);
  }

  private Deviation of(Direction direction, String code, String bound, String remedy) {
    return new Deviation(code, direction, bound, remedy, List.of(policy));
  }
}
