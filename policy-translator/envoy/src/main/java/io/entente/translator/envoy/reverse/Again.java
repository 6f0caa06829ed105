package io.entente.translator.envoy.reverse;

import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.policy.TargetRef;
import io.entente.policy.TrafficLog;
import io.entente.policy.resolution.EffectivePolicy;
import io.entente.policy.resolution.RouteResolution;
import io.entente.policy.resolution.RouteTarget;
import io.entente.translator.TranslationRequest;
import io.entente.translator.envoy.EnvoyTranslator;
import io.entente.translator.reverse.ReverseRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What was found, translated again. */
final class Again {

  private Again() {}

  static SortedMap<ObjectKey, NativeObject> of(
      ReverseRequest request, Findings findings, Optional<TrafficLog> log) {
    var resolutions = new TreeMap<RouteTarget, RouteResolution>();
    for (RouteTarget target : findings.targets()) {
      var effective = new ArrayList<EffectivePolicy>();
      for (Finding finding : findings.on(target)) {
        var said = finding.said();
        String name = said.name().map(Object::toString).orElse("found-" + effective.size());
        effective.add(
            new EffectivePolicy(Emitted.policy(name, said.kind()), TargetRef.Kind.TENANT));
      }
      log.filter(kind -> effective.stream().noneMatch(Again::logs))
          .ifPresent(
              kind ->
                  effective.add(
                      new EffectivePolicy(
                          Emitted.policy("found-log", kind), TargetRef.Kind.TENANT)));
      resolutions.put(target, new RouteResolution(target, effective, List.of()));
    }
    return new EnvoyTranslator()
        .translate(
            new TranslationRequest(
                request.gateway(),
                request.profile(),
                request.apis(),
                request.observed(),
                Map.copyOf(resolutions)))
        .objects();
  }

  private static boolean logs(EffectivePolicy effective) {
    return effective.policy().spec().kind() instanceof TrafficLog;
  }
}
