package io.entente.cli.offline;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.model.estate.Vendor;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.policy.PolicyKind;
import io.entente.policy.RequestSize;
import io.entente.translator.reverse.FoundPolicy;
import io.entente.translator.reverse.Reach;
import io.entente.translator.reverse.Reading;
import io.entente.translator.reverse.Reverse;
import io.entente.translator.reverse.ReverseRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OfflineImportTest {

  private static final ObjectKey THING = new ObjectKey("things", "Thing/1");
  private static final PolicyKind SMALL = new RequestSize(10);

  @Test
  void aPolicyOfTheWholeGatewayIsForTheGateway() {
    OfflineImport read = read(new Reach.WholeGateway(), new Reach.WholeGateway());

    String documents = ImportReport.yaml(ImportReport.documents(read));

    assertThat(documents)
        .contains("kind: Gateway", "name: edge")
        .contains("name: request-size-edge\n", "name: request-size-edge-2\n");
    assertThat(read.notes()).isEmpty();
  }

  @Test
  void aPlaceThatNoApiNamesIsSaid() {
    OfflineImport read = read(new Reach.Native(THING));

    assertThat(ImportReport.yaml(ImportReport.documents(read)))
        .contains("name: request-size-thing-1\n", "name: thing-1/thing-1\n");
    assertThat(read.notes())
        .singleElement()
        .asString()
        .contains("things/Thing/1", "has to be written by hand");
  }

  @Test
  void theReportNamesWhatIsLeftAndWhatIsNotSaid() {
    Node.Obj report = ImportReport.of(read(new Reach.WholeGateway()));

    assertThat(report.field("remainder").orElseThrow().toString()).contains("because so");
    assertThat(report.field("policies").orElseThrow().toString()).contains("Another text.");
  }

  private static OfflineImport read(Reach... reaches) {
    var objects = new TreeMap<ObjectKey, NativeObject>();
    objects.put(THING, NativeObject.foreign(THING, new Content.Tree(Node.obj())));
    return OfflineImport.of(
        Targets.find("envoy:1.40"),
        new Estate(objects, Set.of(), List.of()),
        "edge",
        List.of(),
        new FakeReverse(List.of(reaches)));
  }

  /** Finds one policy for each reach in whatever there is. */
  private record FakeReverse(List<Reach> reaches) implements Reverse {

    @Override
    public Vendor vendor() {
      return Vendor.ENVOY;
    }

    @Override
    public Reading read(ReverseRequest request) {
      var unexpressed = new TreeMap<>(Map.of("config.text", "Another text."));
      return new Reading(
          reaches.stream()
              .map(reach -> new FoundPolicy(THING, "", reach, SMALL, unexpressed))
              .toList(),
          Set.of(),
          request.observed(),
          new TreeMap<>(Map.of(THING, "because so")));
    }
  }
}
