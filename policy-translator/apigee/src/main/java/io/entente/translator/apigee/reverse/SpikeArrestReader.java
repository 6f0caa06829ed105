package io.entente.translator.apigee.reverse;

import io.entente.policy.LimitKey;
import io.entente.policy.OnMissingKey;
import io.entente.policy.PolicyKind;
import io.entente.policy.RateLimit;
import io.entente.policy.SpikeArrest;
import io.entente.policy.SpikeArrest.Per;
import java.time.Duration;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SpikeArrest: {@code spikeArrest}, or {@code rateLimit} where it counts instead of spreading. */
final class SpikeArrestReader implements PolicyReader {

  private static final Pattern RATE = Pattern.compile("(?<rate>[0-9]{1,9})(?<unit>ps|pm)");

  @Override
  public String type() {
    return "SpikeArrest";
  }

  @Override
  public Meaning read(PolicyElement policy, Run run) throws Unsaid {
    Steps.requireRequest(run);
    policy.only(Steps.ATTRIBUTES, Steps.children("Identifier", "Rate", "UseEffectiveCount"));
    var beyond = new TreeMap<String, String>();
    String text = policy.value("Rate").orElseThrow(() -> new Unsaid("has no Rate"));
    Matcher rate = RATE.matcher(text);
    if (!rate.matches()) {
      throw new Unsaid("has the Rate '%s', which is no number with ps or pm".formatted(text));
    }
    int most = Integer.parseInt(rate.group("rate"));
    boolean second = rate.group("unit").equals("ps");
    LimitKey key = LimitKeys.read(policy, beyond);
    boolean counts = policy.flag("UseEffectiveCount", false);
    if (counts && !second) {
      throw new Unsaid(
          "counts a rate per minute over all message processors, and Apigee does not say in what"
              + " window");
    }
    Supplier<PolicyKind> kind =
        counts
            ? () -> new RateLimit(most, Duration.ofSeconds(1), key, OnMissingKey.SHARED)
            : () ->
                new SpikeArrest(
                    most, second ? Per.SECOND : Per.MINUTE, 1, key, OnMissingKey.SHARED);
    return Meaning.of(kind, beyond);
  }
}
