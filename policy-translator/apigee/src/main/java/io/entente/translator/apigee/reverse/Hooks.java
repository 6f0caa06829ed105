package io.entente.translator.apigee.reverse;

import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.translator.apigee.dialect.ApigeeKinds;
import io.entente.translator.apigee.dialect.ApigeeNames;
import io.entente.translator.apigee.dialect.FlowHook;
import io.entente.translator.apigee.dialect.HookDescription;
import io.entente.translator.apigee.dialect.HookPoint;
import io.entente.translator.reverse.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Shared flows of others that run for every proxy of the environment, where and how. */
final class Hooks {

  private record Attached(HookPoint point, HookDescription.Former flow) {}

  private final List<Attached> attached = new ArrayList<>();

  private Hooks() {}

  static Hooks of(SortedMap<ObjectKey, NativeObject> observed, Findings findings) {
    var hooks = new Hooks();
    observed.forEach(
        (key, object) -> {
          if (key.kind().equals(ApigeeKinds.FLOWHOOKS)) {
            hooks.add(key, object, findings);
          }
        });
    return hooks;
  }

  private void add(ObjectKey key, NativeObject object, Findings findings) {
    Optional<HookDescription.Former> flow = FlowHook.attached(object.content());
    Optional<HookPoint> point = HookPoint.find(key.nativeId());
    if (flow.isEmpty() || point.isEmpty()) {
      return;
    }
    if (ApigeeNames.isOurs(flow.get().sharedFlow())) {
      FlowHook.description(object.content())
          .flatMap(HookDescription::before)
          .ifPresent(former -> attached.add(new Attached(point.get(), former)));
    } else {
      findings.say(key, "It runs the shared flow %s of others.".formatted(flow.get().sharedFlow()));
      attached.add(new Attached(point.get(), flow.get()));
    }
  }

  /** Reads a shared flow for each hook that runs it. */
  void read(ObjectKey key, BundleText bundle, ForeignReader reader) {
    List<Attached> here =
        attached.stream().filter(a -> a.flow().sharedFlow().equals(key.nativeId())).toList();
    if (here.isEmpty()) {
      reader.read(
          key,
          bundle,
          run -> {
            throw new Unsaid("stands in a shared flow that no flow hook runs");
          });
    }
    for (Attached hook : here) {
      boolean request = hook.point() == HookPoint.PRE_PROXY || hook.point() == HookPoint.PRE_TARGET;
      reader.read(key, bundle.onRequest(request), run -> everywhere(hook, run));
    }
  }

  private static Reach everywhere(Attached hook, Run run) throws Unsaid {
    if (hook.flow().continueOnError()) {
      throw new Unsaid(
          "runs at %s, which lets requests pass when its flow fails (continueOnError is not false)"
              .formatted(hook.point().vendorName()));
    }
    Optional<String> condition = run.condition();
    if (condition.isPresent()) {
      throw new Unsaid(
          "runs under the condition '%s', which is that of no route".formatted(condition.get()));
    }
    return new Reach.WholeGateway();
  }
}
