package io.entente.translator.apigee;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.EvidenceGrade;
import io.entente.model.fidelity.PolicyFidelity;
import io.entente.policy.Policy;
import io.entente.policy.PolicySpec.Mode;
import io.entente.translator.SomeCallers;
import io.entente.translator.Stated;
import io.entente.translator.apigee.emit.Emission;
import io.entente.translator.apigee.emit.KindEmitter;
import io.entente.translator.apigee.emit.Place;
import io.entente.translator.apigee.emit.Stage;
import io.entente.translator.apigee.emit.StepDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A policy for some callers as Steps that run when the app that calls is one of theirs. Steps for
 * everybody run for them too, so that only kinds are said so of which several hold together, or of
 * which the stricter refuses what the others refuse.
 */
final class CallersEmission {

  /** Set once a key was verified. */
  private static final String APP = "developer.app.name";

  private static final Set<String> TOGETHER =
      Set.of(
          "rateLimit",
          "spikeArrest",
          "quota",
          "requestSize",
          "jsonThreat",
          "xmlThreat",
          "injectionProtection",
          "graphqlLimits");

  private final SomeCallers meant;
  private final Place place;
  private final boolean forEverybodyToo;

  /**
   * @param forEverybodyToo whether the policy holds on the route for everybody as well
   */
  CallersEmission(SomeCallers meant, Place place, boolean forEverybodyToo) {
    this.meant = meant;
    this.place = place;
    this.forEverybodyToo = forEverybodyToo;
  }

  Emission emission(@Nullable KindEmitter emitter) {
    Policy policy = meant.policy();
    String kind = policy.spec().kind().kindName();
    if (emitter == null || !TOGETHER.contains(kind) || forEverybodyToo) {
      return refused(
          "what a step for everybody did cannot be taken back for some, and policies of "
              + kind
              + " do not simply hold together");
    }
    if (policy.spec().mode() == Mode.OBSERVE && !emitter.observes()) {
      return refused("a policy of Apigee either acts or does not run");
    }
    if (meant.consumers().stream().anyMatch(name -> name.matches(".*[\"\\\\].*"))) {
      return refused("a condition cannot hold a name with \" or \\");
    }
    Emission all = emitter.emit(List.of(policy), place);
    if (all.steps().stream().anyMatch(step -> step.stage().compareTo(Stage.KEY) <= 0)) {
      return refused("some of it runs before a key is verified");
    }
    return new Emission(
        all.steps().stream().map(this::conditional).toList(),
        all.fidelity().stream().map(this::stated).toList(),
        all.shadowed(),
        all.refusals());
  }

  private StepDraft conditional(StepDraft step) {
    String theirs =
        meant.consumers().stream()
            .map(name -> RouteCondition.equal(APP, name))
            .collect(Collectors.joining(" or "));
    return new StepDraft(
        step.stage(),
        step.policy(),
        step.file(),
        Optional.of(step.condition().map(c -> "(" + theirs + ") and (" + c + ")").orElse(theirs)),
        step.because());
  }

  private PolicyFidelity stated(PolicyFidelity said) {
    var stated = new Stated(said.policy());
    var found = new ArrayList<Deviation>();
    found.add(
        stated.different(
            "name-of-an-app",
            "%d consumers are told by the name of their app, %s, which is the same for every developer who has an app called so"
                .formatted(meant.consumers().size(), APP),
            "Give apps names of their own."));
    if (!place.kinds().contains("apiKey")) {
      found.add(
          stated.different(
              "nobody-identified",
              "0 callers are known on this route before the policy runs: nothing of ours on it asks"
                  + " for a key, so that the policy holds for nobody",
              "Add an apiKey policy to the route."));
    }
    return meant.stated(said, EvidenceGrade.DOCUMENTED, found);
  }

  private Emission refused(String why) {
    String whom = String.join(", ", meant.consumers());
    PolicyFidelity said =
        meant.refused(
            place.route(),
            EvidenceGrade.DOCUMENTED,
            new Stated(meant.policy().id())
                .different(
                    "callers-not-told-apart",
                    "0 of %d consumers (%s) are told from others: %s"
                        .formatted(meant.consumers().size(), whom, why),
                    "Have the policy hold for everybody on this gateway, or on a route of its"
                        + " own."));
    return new Emission(List.of(), List.of(said), List.of(), List.of());
  }
}
