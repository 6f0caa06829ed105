package io.entente.translator.apigee.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.policy.Policy;
import io.entente.policy.PolicySpec.OnError;
import io.entente.translator.Stated;
import java.util.ArrayList;
import java.util.List;

/** What every limit loses on Apigee, whatever counts it. */
final class LimitBounds {

  private final Policy policy;
  private final Place place;
  private final long most;
  private final String window;
  private final Stated stated;

  /**
   * @param most how many the limit lets pass
   * @param window in what time, in words
   */
  LimitBounds(Policy policy, Place place, long most, String window) {
    this.policy = policy;
    this.place = place;
    this.most = most;
    this.window = window;
    this.stated = new Stated(policy.id());
  }

  /** Of a count that one instance keeps. */
  List<Deviation> counted() {
    var found = new ArrayList<Deviation>();
    if (place.instances() > 1) {
      found.add(
          stated.looser(
              "reach-instances",
              "%d instances x %d = %d requests in %s over all of them, each instance counts alone"
                  .formatted(place.instances(), most, place.instances() * most, window),
              "Divide the limit by the number of instances the environment is attached to."));
    }
    found.add(
        stated.looser(
            "new-revision",
            "up to %d more in %s after each change of ours: Apigee does not say whether counts outlive the revision that counts"
                .formatted(most, window),
            "Change policies of this environment seldom."));
    found.addAll(shared());
    return found;
  }

  /** Of counting next to other limits, and of failing. */
  List<Deviation> shared() {
    var found = new ArrayList<Deviation>();
    if (place.limits() > 1) {
      found.add(
          stated.stricter(
              "counted-then-refused",
              "up to %d of %d are taken by requests that one of the other %d limits then refuses"
                  .formatted(most, most, place.limits() - 1),
              "None: each Quota counts when it runs."));
    }
    if (policy.spec().onError() == OnError.ALLOW) {
      found.add(
          stated.stricter(
              "fails-closed",
              "0 requests pass while the counter cannot be asked, whatever onError says: to let"
                  + " them pass would let pass those over %d too".formatted(most),
              "Set onError: deny."));
    }
    return found;
  }

  /** Of what stands before and after the limit. */
  List<Deviation> around() {
    var found = new ArrayList<Deviation>();
    if (!place.made() && place.kinds().contains("cors")) {
      found.add(
          stated.stricter(
              "preflight-counted",
              "1 of %d is taken by each preflight: the flow hook comes before the proxy answers it"
                  .formatted(most),
              "Raise the limit by the preflights you expect, or raise maxAge of the cors policy."));
    }
    FaultRules.deviation(stated, place).ifPresent(found::add);
    return found;
  }
}
