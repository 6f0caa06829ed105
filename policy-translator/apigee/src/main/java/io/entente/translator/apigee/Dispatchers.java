package io.entente.translator.apigee;

import io.entente.model.nativeobject.Claim;
import io.entente.model.nativeobject.ClaimSource;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.translator.apigee.dialect.ApigeeKinds;
import io.entente.translator.apigee.dialect.ApigeeNames;
import io.entente.translator.apigee.dialect.FlowHook;
import io.entente.translator.apigee.dialect.HookDescription;
import io.entente.translator.apigee.dialect.HookPoint;
import io.entente.translator.apigee.dialect.StepText;
import io.entente.translator.apigee.emit.FlowCalloutPolicy;
import io.entente.translator.apigee.emit.Stage;
import io.entente.translator.apigee.emit.XmlDocument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * One shared flow of ours for each hook that is needed: it calls what was attached before, then
 * runs our Steps for the proxies they name.
 */
final class Dispatchers {

  private static final String CALLED_FIRST = ApigeeNames.PREFIX + "before";
  private static final Set<NodePath> CLAIMED =
      Set.of(
          NodePath.of(FlowHook.SHARED_FLOW),
          NodePath.of(FlowHook.CONTINUE_ON_ERROR),
          NodePath.of(FlowHook.DESCRIPTION));

  private final String environment;
  private final ApigeeEstate estate;
  private final TreeMap<HookPoint, List<PlacedStep>> steps = new TreeMap<>();

  Dispatchers(String environment, ApigeeEstate estate) {
    this.environment = environment;
    this.estate = estate;
  }

  /** The hook at which Steps of this stage run for proxies of others; empty for none. */
  static Optional<HookPoint> hook(Stage stage) {
    return switch (stage) {
      case IDENTIFY, BLOCK, ADDRESS, AGENT, TOKEN, KEY, CALLER, SIZE, PAYLOAD, LIMIT ->
          Optional.of(HookPoint.PRE_PROXY);
      case HIDE, REQUEST_EDIT -> Optional.of(HookPoint.PRE_TARGET);
      case RESPONSE_EDIT, ECHO -> Optional.of(HookPoint.POST_PROXY);
      case CROSS_ORIGIN, CACHE_LOOKUP, CACHE_KEEP, LOG -> Optional.empty();
    };
  }

  void add(HookPoint point, PlacedStep step) {
    steps.computeIfAbsent(point, p -> new ArrayList<>()).add(step);
  }

  void writeTo(Outcome outcome) {
    steps.forEach((point, placed) -> write(point, placed, outcome));
  }

  private void write(HookPoint point, List<PlacedStep> placed, Outcome outcome) {
    String name = ApigeeNames.dispatcher(environment, point);
    Set<ClaimSource> sources = Sources.of(placed.stream().map(PlacedStep::draft).toList());
    Optional<HookDescription.Former> before = Optional.ofNullable(estate.before().get(point));
    BundleFiles files = bundle(name, point, placed, before);
    Set<Claim> whole = Set.of(new Claim.Whole(sources));
    var flow = new ObjectKey(ApigeeKinds.SHAREDFLOWS, name);
    outcome.put(flow, files, whole);
    Node revision =
        estate
            .revision(name, files.content())
            .<Node>map(Node::text)
            .orElseGet(() -> new Node.Pending(flow, ApigeeKinds.REVISION));
    outcome.put(
        new ObjectKey(ApigeeKinds.SHAREDFLOW_DEPLOYMENTS, name),
        new Content.Tree(Node.obj().with(ApigeeKinds.REVISION, revision)),
        whole);
    Node.Obj hook =
        FlowHook.of(point.vendorName(), new HookDescription.Former(name, false))
            .with(FlowHook.DESCRIPTION, Node.text(new HookDescription(before).text()));
    outcome.put(point.key(), new Content.Tree(hook), Set.of(new Claim.Fields(CLAIMED, sources)));
  }

  private static BundleFiles bundle(
      String name,
      HookPoint point,
      List<PlacedStep> placed,
      Optional<HookDescription.Former> before) {
    var files = new BundleFiles();
    var texts = new ArrayList<String>();
    var policies = XmlDocument.of("Policies");
    before.ifPresent(
        former -> {
          texts.add(StepText.of(CALLED_FIRST, Optional.empty()));
          policies.with("Policy", CALLED_FIRST);
          files.put(
              "sharedflowbundle/policies/" + CALLED_FIRST + ".xml",
              FlowCalloutPolicy.file(CALLED_FIRST, former.sharedFlow(), former.continueOnError()));
        });
    placed.stream()
        .sorted(Comparator.comparing(step -> step.draft().stage()))
        .forEach(
            step -> {
              texts.add(step.text());
              policies.with("Policy", step.draft().policy());
              files.put(
                  "sharedflowbundle/policies/" + step.draft().policy() + ".xml",
                  step.draft().file());
              files.put("sharedflowbundle", step.draft().resource());
            });
    files.put(
        "sharedflowbundle/sharedflows/default.xml",
        XmlDocument.of("SharedFlow", "name", "default").raw(texts).file());
    files.put(
        "sharedflowbundle/" + name + ".xml",
        XmlDocument.of("SharedFlowBundle", "name", name)
            .with("Description", "Managed by Entente: " + point.vendorName())
            .with("DisplayName", name)
            .with(policies)
            .with(XmlDocument.of("SharedFlows").with("SharedFlow", "default"))
            .file());
    return files;
  }
}
