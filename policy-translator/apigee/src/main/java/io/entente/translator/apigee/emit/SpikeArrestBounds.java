package io.entente.translator.apigee.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.policy.SpikeArrest;
import io.entente.policy.SpikeArrest.Per;
import io.entente.translator.Stated;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a spike arrest loses on Apigee, with the arithmetic. */
final class SpikeArrestBounds {

  private final SpikeArrest arrest;
  private final Place place;
  private final Stated stated;

  SpikeArrestBounds(SpikeArrest arrest, Place place, Stated stated) {
    this.arrest = arrest;
    this.place = place;
    this.stated = stated;
  }

  /** Of what time the rate is, in words. */
  String window() {
    return arrest.per().length().toSeconds() + " s";
  }

  /** Empty when Apigee takes the rate. */
  Optional<Deviation> tooFast() {
    long most =
        arrest.per() == Per.SECOND
            ? SpikeArrestPolicy.MOST_PER_SECOND
            : SpikeArrestPolicy.MOST_PER_MINUTE;
    return arrest.rate() <= most
        ? Optional.empty()
        : Optional.of(
            stated.different(
                "above-ceiling",
                "%d in %s is above the %d that Apigee takes"
                    .formatted(arrest.rate(), window(), most),
                "Write rate: %d, or divide it among routes.".formatted(most)));
  }

  List<Deviation> rate() {
    var found = new ArrayList<Deviation>();
    found.add(
        stated.looser(
            "each-processor",
            "every message processor spreads alone: p of them let pass p x %d in %s, 2 for each of %d instances already %d; Apigee does not say how many run"
                .formatted(
                    arrest.rate(),
                    window(),
                    place.instances(),
                    2L * place.instances() * arrest.rate()),
            "Divide the rate by the message processors you expect, or use rateLimit."));
    found.add(
        stated.looser(
            "open-under-load",
            "more than %d in %s when SpikeArrest itself fails under high load: it then lets requests pass"
                .formatted(arrest.rate(), window()),
            "Use a rateLimit of whole minutes, which Quota counts."));
    return found;
  }

  List<Deviation> burst() {
    var found = new ArrayList<Deviation>();
    if (arrest.burst() > 1) {
      found.add(
          stated.stricter(
              "no-burst",
              "1 at once, not %d: of %d at once %d are answered 429, one passes every %s ms"
                  .formatted(arrest.burst(), arrest.burst(), arrest.burst() - 1, interval()),
              "Set burst: 1, or use a rateLimit, which counts instead of spreading."));
    }
    long bucket = arrest.rate() / 10;
    if (bucket > arrest.burst()) {
      found.add(
          stated.looser(
              "bucket",
              "up to %d at once, not %d: Apigee documents 1, its own answers have named a tenth of the rate"
                  .formatted(bucket, arrest.burst()),
              "Set burst: %d where that many at once do no harm.".formatted(bucket)));
    }
    return found;
  }

  private String interval() {
    return BigDecimal.valueOf(arrest.per().length().toMillis())
        .divide(BigDecimal.valueOf(arrest.rate()), 3, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
