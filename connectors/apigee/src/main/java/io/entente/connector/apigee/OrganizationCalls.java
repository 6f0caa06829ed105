package io.entente.connector.apigee;

import io.entente.model.tree.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The calls on one organisation, except its proxies and shared flows. */
final class OrganizationCalls {

  private final ManagementApi api;
  private final Paging paging;
  private final List<String> organization;

  OrganizationCalls(ManagementApi api, ApigeeConfig config) {
    this.api = api;
    this.paging = new Paging(api);
    this.organization = List.of("organizations", config.organization());
  }

  Node get() throws ApigeeFailure {
    return api.json(Call.get(organization, Map.of()));
  }

  List<Node> environmentGroups() throws ApigeeFailure {
    return paging.byToken(at("envgroups"), Map.of(), "environmentGroups");
  }

  /** Which environments a group leads to. */
  List<Node> environmentGroupAttachments(String group) throws ApigeeFailure {
    return paging.byToken(
        at("envgroups", group, "attachments"), Map.of(), "environmentGroupAttachments");
  }

  List<Node> instances() throws ApigeeFailure {
    return paging.byToken(at("instances"), Map.of(), "instances");
  }

  /** Which environments an instance runs. */
  List<Node> instanceAttachments(String instance) throws ApigeeFailure {
    return paging.byToken(at("instances", instance, "attachments"), Map.of(), "attachments");
  }

  /** With everything about each. */
  List<Node> products() throws ApigeeFailure {
    return paging.byStartKey(
        at("apiproducts"),
        Map.of("expand", "true"),
        "apiProduct",
        product -> Trees.text(product, "name"));
  }

  /** Only their addresses: Apigee does not expand a list that is paged. */
  List<String> developerEmails() throws ApigeeFailure {
    return paging
        .byStartKey(at("developers"), Map.of(), "developer", d -> Trees.text(d, "email"))
        .stream()
        .flatMap(developer -> Trees.text(developer, "email").stream())
        .toList();
  }

  /** The first thousand at most, with everything about each. */
  List<Node> developers() throws ApigeeFailure {
    return paging.once(at("developers"), Map.of("expand", "true"), "developer");
  }

  /** Empty when there is none by now. */
  Optional<Node> developer(String email) throws ApigeeFailure {
    try {
      return Optional.of(api.json(Call.get(at("developers", email), Map.of())));
    } catch (ApigeeFailure e) {
      if (e.notFound()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /**
   * Without credentials.
   *
   * @param status {@code approved} or {@code revoked}: a list holds those of one status only
   */
  List<Node> apps(String status) throws ApigeeFailure {
    return paging.byToken(
        at("apps"), Map.of("expand", "true", "includeCred", "false", "status", status), "app");
  }

  private List<String> at(String... below) {
    return Stream.concat(organization.stream(), Stream.of(below)).toList();
  }
}
