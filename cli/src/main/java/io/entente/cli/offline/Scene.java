package io.entente.cli.offline;

import io.entente.model.estate.Api;
import io.entente.model.estate.Gateway;
import io.entente.model.estate.Vendor;
import io.entente.model.identity.GatewayId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The gateway that is translated for, with its APIs.
 *
 * @param notes what was taken for granted
 */
record Scene(Gateway gateway, List<Api> apis, List<String> notes) {

  Scene {
    apis = List.copyOf(apis);
    notes = List.copyOf(notes);
  }

  static Scene of(
      OfflineDocuments documents,
      Vendor vendor,
      Optional<String> name,
      Map<String, String> labels) {
    var notes = new ArrayList<>(documents.notes());
    Gateway gateway = new GatewayChoice(documents).of(vendor, name, labels);
    if (!gateway.labels().values().equals(labels)) {
      notes.add(
          "the gateway is taken to have the labels that the policies ask for: "
              + gateway.labels().values());
    }
    if (documents.apis().isEmpty()) {
      List<Api> samples = SampleApis.of(gateway.id(), documents.policies());
      notes.add(
          "there is no Api document: a plain sample was made ("
              + samples.stream().map(Scene::printed).collect(Collectors.joining("; "))
              + "); add yours with another -f");
      return new Scene(gateway, samples, notes);
    }
    var apis = new ArrayList<Api>();
    for (Api api : documents.apis()) {
      boolean nowhere = api.gateways().isEmpty() && api.bindings().isEmpty();
      if (nowhere && api.upstream().isPresent()) {
        notes.add("api " + api.name() + " names no gateway and is taken to be on this one");
        apis.add(on(gateway.id(), api));
      } else if (api.isOn(gateway.id())) {
        apis.add(api);
      } else {
        notes.add("api " + api.name() + " is not on gateway " + gateway.id() + " and is left out");
      }
    }
    return new Scene(gateway, apis, notes);
  }

  private static Api on(GatewayId gateway, Api api) {
    return new Api(
        api.name(),
        api.version(),
        api.labels(),
        new TreeSet<>(List.of(gateway)),
        List.of(),
        api.hosts(),
        api.upstream(),
        api.routes());
  }

  private static String printed(Api api) {
    return "api "
        + api.name()
        + " on "
        + String.join(", ", api.hosts())
        + " with "
        + api.routes().stream()
            .map(route -> "route " + route.name() + " at " + route.match().path())
            .collect(Collectors.joining(", "))
        + " to 127.0.0.1:8080";
  }
}
