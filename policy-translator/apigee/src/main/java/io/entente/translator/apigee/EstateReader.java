package io.entente.translator.apigee;

import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.model.tree.Scalar;
import io.entente.translator.apigee.dialect.ApigeeKinds;
import io.entente.translator.apigee.dialect.ApigeeNames;
import io.entente.translator.apigee.dialect.FlowHook;
import io.entente.translator.apigee.dialect.HookDescription;
import io.entente.translator.apigee.dialect.HookPoint;
import io.entente.translator.apigee.dialect.Trees;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads the estate from what was observed. */
final class EstateReader {

  private static final Pattern ENDPOINT_FILE =
      Pattern.compile("apiproxy/proxies/[\\p{L}\\p{N} ._()-]+\\.xml");

  private final Set<String> proxies = new HashSet<>();
  private final Set<String> deployed = new HashSet<>();
  private final List<NativeEndpoint> endpoints = new ArrayList<>();
  private final Map<HookPoint, HookDescription.Former> before = new EnumMap<>(HookPoint.class);
  private final Map<String, Content> flows = new HashMap<>();
  private final Map<String, String> latest = new HashMap<>();

  private EstateReader() {}

  static ApigeeEstate read(SortedMap<ObjectKey, NativeObject> observed) {
    var reader = new EstateReader();
    observed.forEach((key, object) -> reader.object(key, object.content()));
    return new ApigeeEstate(
        reader.proxies,
        reader.deployed,
        reader.endpoints,
        reader.before,
        reader.flows,
        reader.latest);
  }

  private void object(ObjectKey key, Content content) {
    String name = key.nativeId();
    switch (key.kind()) {
      case ApigeeKinds.APIS -> deployed.add(name);
      case ApigeeKinds.API_METADATA -> proxies.add(name);
      case ApigeeKinds.PROXY_ENDPOINTS ->
          Trees.root(content).flatMap(EstateReader::endpoint).ifPresent(endpoints::add);
      case ApigeeKinds.SHAREDFLOWS -> flows.put(name, content);
      case ApigeeKinds.SHAREDFLOW_METADATA ->
          Trees.root(content)
              .flatMap(root -> root.field("latestRevision"))
              .flatMap(EstateReader::digits)
              .ifPresent(revision -> latest.put(name, revision));
      case ApigeeKinds.FLOWHOOKS ->
          HookPoint.find(name)
              .ifPresent(point -> before(content).ifPresent(former -> before.put(point, former)));
      default -> {}
    }
  }

  /** Behind ours stands who was there before. */
  private static Optional<HookDescription.Former> before(Content hook) {
    Optional<HookDescription.Former> attached = FlowHook.attached(hook);
    return attached.filter(a -> ApigeeNames.isOurs(a.sharedFlow())).isPresent()
        ? FlowHook.description(hook).flatMap(HookDescription::before)
        : attached;
  }

  private static Optional<NativeEndpoint> endpoint(Node.Obj root) {
    String proxy = Trees.text(root, "proxy").orElse("");
    if (proxy.isEmpty() || ApigeeNames.isOurs(proxy)) {
      return Optional.empty();
    }
    var crossOrigin = new TreeSet<String>();
    var rules = new HashSet<String>();
    for (Node.Obj flow : Trees.objects(root, "flows")) {
      String name = Trees.text(flow, "flow").orElse("");
      if (name.equals("DefaultFaultRule") || name.startsWith("FaultRule:")) {
        rules.add(name);
      }
      for (Node.Obj step : Trees.objects(flow, "steps")) {
        if (Trees.text(step, "type").filter("CORS"::equals).isPresent()) {
          Trees.text(step, "name").ifPresent(crossOrigin::add);
        }
      }
    }
    String basePath = Trees.text(root, "basePath").orElse("/");
    return Optional.of(
        new NativeEndpoint(
            proxy,
            Trees.text(root, "endpoint").orElse("default"),
            Trees.text(root, "file")
                .filter(file -> ENDPOINT_FILE.matcher(file).matches())
                .orElse("apiproxy/proxies/default.xml"),
            basePath.endsWith("/") ? basePath.substring(0, basePath.length() - 1) : basePath,
            crossOrigin,
            rules.size()));
  }

  private static Optional<String> digits(Node node) {
    if (node instanceof Node.Value value && value.value() instanceof Scalar.Num number) {
      return Optional.of(number.value().toPlainString());
    }
    return Trees.text(node);
  }
}
