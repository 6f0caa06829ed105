package io.entente.hub.apply;

import io.entente.connector.spi.Connector;
import io.entente.hub.estate.ForeignWriter;
import io.entente.hub.plan.GatewayEstate;
import io.entente.model.dialect.Dialect;
import io.entente.model.estate.Api;
import io.entente.model.estate.Gateway;
import io.entente.model.estate.GatewayProfile;
import io.entente.model.estate.Snapshot;
import io.entente.model.estate.Vendor;
import io.entente.model.fidelity.FidelityReport;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Labels;
import io.entente.model.identity.Tenant;
import io.entente.model.nativeobject.Blob;
import io.entente.model.nativeobject.Claim;
import io.entente.model.nativeobject.ClaimSource;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.policy.Policy;
import io.entente.reconciliation.Takeover;
import io.entente.translator.Translation;
import io.entente.translator.TranslationRequest;
import io.entente.translator.Translator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** An estate of one gateway that is to run the flows named in {@link #wanted}. */
final class FlowEstate implements GatewayEstate, Translator {

  static final String FILE = "sharedflowbundle/flow.xml";

  final SortedMap<String, String> wanted = new TreeMap<>();
  List<io.entente.reconciliation.Adoption> adoptions = List.of();
  final FlowGateway flows;

  FlowEstate(GatewayId id) {
    flows = new FlowGateway(id);
  }

  @Override
  public Translation translate(TranslationRequest request) {
    var objects = new TreeMap<ObjectKey, NativeObject>();
    var blobs = new HashSet<Blob>();
    wanted.forEach(
        (name, text) -> {
          var blob = Blob.ofText(text);
          blobs.add(blob);
          var flow = new ObjectKey(FlowGateway.FLOWS, name);
          var content = new Content.Files(new TreeMap<>(Map.of(FILE, blob.hash())));
          put(objects, flow, content);
          put(
              objects,
              new ObjectKey(FlowGateway.DEPLOYMENTS, name),
              new Content.Tree(
                  Node.obj(Map.of(FlowGateway.NUMBER, number(request, flow, content)))));
        });
    return new Translation(objects, new FidelityReport(List.of()), List.of(), List.of(), blobs);
  }

  private static Node number(TranslationRequest request, ObjectKey flow, Content content) {
    var observed = request.observed().get(flow);
    if (observed == null || !observed.content().equals(content)) {
      return new Node.Pending(flow, FlowGateway.NUMBER);
    }
    var facts =
        (Content.Tree)
            request.observed().get(new ObjectKey(FlowGateway.FACTS, flow.nativeId())).content();
    return ((Node.Obj) facts.root()).field(FlowGateway.NUMBER).orElseThrow();
  }

  private static void put(
      SortedMap<ObjectKey, NativeObject> objects, ObjectKey key, Content content) {
    Claim claim = new Claim.Whole(Set.of(new ClaimSource.OfFoundation()));
    objects.put(key, new NativeObject(key, content, Set.of(claim)));
  }

  @Override
  public Vendor vendor() {
    return Vendor.APIGEE;
  }

  @Override
  public Dialect dialect(GatewayProfile profile) {
    return new FlowDialect();
  }

  @Override
  public Gateway gateway(GatewayId id) {
    return new Gateway(
        new Tenant("main"),
        id,
        Vendor.APIGEE,
        new Labels(new TreeMap<>()),
        Gateway.WriteMode.MANAGED);
  }

  @Override
  public List<Api> apis(GatewayId id) {
    return List.of();
  }

  @Override
  public List<Policy> policies() {
    return List.of();
  }

  @Override
  public Translator translator(GatewayId id) {
    return this;
  }

  @Override
  public Connector connector(GatewayId id) {
    return flows;
  }

  @Override
  public SortedMap<ObjectKey, NativeObject> lastObserved(GatewayId id) {
    return flows.snapshot().objects();
  }

  @Override
  public List<io.entente.reconciliation.Adoption> adoptions(GatewayId id) {
    return adoptions;
  }

  @Override
  public List<Takeover> takeovers(GatewayId id) {
    return List.of();
  }

  @Override
  public List<ForeignWriter> foreignWriters(GatewayId id, Snapshot observed) {
    return List.of();
  }

  @Override
  public Snapshot refresh(GatewayId id) {
    return flows.snapshot();
  }
}
