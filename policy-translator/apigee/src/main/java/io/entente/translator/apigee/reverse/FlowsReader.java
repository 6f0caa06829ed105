package io.entente.translator.apigee.reverse;

import io.entente.translator.apigee.dialect.Xml;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/** Collects the Steps of the flows of a bundle. Fault rules are counted only. */
final class FlowsReader {

  private final List<Run> runs = new ArrayList<>();
  private int faultRules;

  List<Run> runs() {
    return runs;
  }

  int faultRules() {
    return faultRules;
  }

  /** One endpoint, or one flow of a shared flow. */
  void file(String file, Element root) {
    if (root.getTagName().equals("SharedFlow")) {
      var place = new Place(file, Optional.empty(), true, List.of(), Optional.empty());
      steps(place, file, root, true);
      return;
    }
    boolean proxy = root.getTagName().equals("ProxyEndpoint");
    Optional<String> endpoint =
        Optional.of(root.getAttribute("name")).filter(n -> proxy && !n.isBlank());
    for (String flow : List.of("PreFlow", "PostFlow", "PostClientFlow")) {
      var place = new Place(file, endpoint, true, List.of(), Optional.empty());
      Xml.child(root, flow).ifPresent(e -> sides(place, file + " " + flow, e));
    }
    Xml.child(root, "Flows").ifPresent(flows -> conditional(file, endpoint, flows));
    Xml.child(root, "FaultRules")
        .ifPresent(rules -> faultRules += Xml.children(rules, "FaultRule").size());
    faultRules += Xml.children(root, "DefaultFaultRule").size();
  }

  private record Place(
      String file,
      Optional<String> endpoint,
      boolean everywhere,
      List<String> before,
      Optional<String> condition) {}

  /** The first flow whose condition holds runs, no other. */
  private void conditional(String file, Optional<String> endpoint, Element flows) {
    var before = new ArrayList<String>();
    for (Element flow : Xml.children(flows, "Flow")) {
      Optional<String> condition = Xml.childText(flow, "Condition");
      var place = new Place(file, endpoint, false, List.copyOf(before), condition);
      sides(place, file + " " + flow.getAttribute("name"), flow);
      before.add(condition.orElse(""));
    }
  }

  private void sides(Place place, String path, Element flow) {
    Xml.child(flow, "Request").ifPresent(e -> steps(place, path + " Request", e, true));
    Xml.child(flow, "Response").ifPresent(e -> steps(place, path + " Response", e, false));
  }

  private void steps(Place place, String path, Element flow, boolean request) {
    for (Element step : Xml.children(flow, "Step")) {
      Xml.childText(step, "Name")
          .ifPresent(
              name ->
                  runs.add(
                      new Run(
                          place.file(),
                          path + " " + name,
                          place.endpoint(),
                          name,
                          request,
                          place.everywhere(),
                          place.before(),
                          place.condition(),
                          Xml.childText(step, "Condition"))));
    }
  }
}
