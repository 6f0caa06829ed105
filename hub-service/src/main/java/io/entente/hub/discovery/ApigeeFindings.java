package io.entente.hub.discovery;

import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.translator.apigee.dialect.ApigeeKinds;
import io.entente.translator.apigee.dialect.ApigeeNames;
import io.entente.translator.apigee.dialect.FlowHook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Proxies of an Apigee, their endpoints, the policies in their flows, and the flow hooks. */
final class ApigeeFindings {

  /** A Step of ours as an entry of a bundle. */
  private static final Pattern OUR_STEP =
      Pattern.compile("(?<file>.+)!/(?<flow>[A-Za-z]+)/(?<side>[A-Za-z]+)/\\d{3,}-(?<step>[^/]+)");

  private final SortedMap<String, List<FoundRoute>> endpoints = new TreeMap<>();
  private final Map<String, String> files = new TreeMap<>();
  private final List<FoundPolicy> policies = new ArrayList<>();

  private ApigeeFindings() {}

  static Findings of(SortedMap<ObjectKey, NativeObject> observed) {
    var reader = new ApigeeFindings();
    of(observed, ApigeeKinds.PROXY_ENDPOINTS)
        .forEach(object -> Look.root(object).ifPresent(root -> reader.endpoint(object, root)));
    of(observed, ApigeeKinds.APIS).forEach(reader::ourSteps);
    of(observed, ApigeeKinds.FLOWHOOKS).forEach(reader::hook);
    return new Findings(
        reader.endpoints.entrySet().stream()
            .map(e -> new FoundApi(ref(e.getKey()), "proxy", e.getKey(), List.of(), e.getValue()))
            .toList(),
        reader.policies);
  }

  private static List<NativeObject> of(SortedMap<ObjectKey, NativeObject> observed, String kind) {
    return observed.values().stream().filter(object -> object.key().kind().equals(kind)).toList();
  }

  private void endpoint(NativeObject object, Node.Obj root) {
    String proxy = Look.text(root, "proxy").orElse("unknown");
    String id = object.key().nativeId();
    endpoints
        .computeIfAbsent(proxy, p -> new ArrayList<>())
        .add(
            new FoundRoute(
                id,
                Optional.empty(),
                List.of(),
                List.of(Look.text(root, "basePath").orElse("/")),
                List.of()));
    Look.text(root, "file").ifPresent(file -> files.put(proxy + " " + file, id));
    for (Node.Obj flow : Look.objects(root, "flows")) {
      String place =
          Look.text(flow, "flow").orElse("unnamed flow") + " " + Look.text(flow, "side").orElse("");
      for (Node.Obj step : Look.objects(flow, "steps")) {
        policies.add(
            new FoundPolicy(
                object.key().toString(),
                Look.text(step, "name").orElse("unnamed"),
                Look.text(step, "type").orElse("unknown"),
                place.strip(),
                both(Look.text(flow, "condition"), Look.text(step, "condition")),
                true,
                false,
                Optional.of(ref(proxy)),
                Optional.of(id)));
      }
    }
  }

  /** Steps of ours are entries of the bundle and not among the endpoint's own. */
  private void ourSteps(NativeObject object) {
    if (!(object.content() instanceof Content.Files bundle)) {
      return;
    }
    String proxy = object.key().nativeId();
    for (String entry : bundle.entries().keySet()) {
      Matcher step = OUR_STEP.matcher(entry);
      if (step.matches() && ApigeeNames.isOurs(step.group("step"))) {
        policies.add(
            new FoundPolicy(
                object.key().toString(),
                step.group("step"),
                "Step of Entente",
                step.group("flow") + " " + step.group("side").toLowerCase(java.util.Locale.ROOT),
                Optional.empty(),
                true,
                true,
                Optional.of(ref(proxy)),
                Optional.ofNullable(files.get(proxy + " " + step.group("file")))));
      }
    }
  }

  private void hook(NativeObject object) {
    FlowHook.attached(object.content())
        .ifPresent(
            attached ->
                policies.add(
                    new FoundPolicy(
                        object.key().toString(),
                        attached.sharedFlow(),
                        "shared flow",
                        object.key().nativeId() + " of the environment",
                        Optional.empty(),
                        true,
                        ApigeeNames.isOurs(attached.sharedFlow()),
                        Optional.empty(),
                        Optional.empty())));
  }

  private static Optional<String> both(Optional<String> flow, Optional<String> step) {
    return flow.isPresent() && step.isPresent()
        ? Optional.of("(" + flow.get() + ") and (" + step.get() + ")")
        : flow.or(() -> step);
  }

  private static String ref(String proxy) {
    return ApigeeKinds.APIS + "/" + proxy;
  }
}
