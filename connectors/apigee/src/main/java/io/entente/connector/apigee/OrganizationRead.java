package io.entente.connector.apigee;

import io.entente.model.nativeobject.NativeObject;
import io.entente.model.tree.Node;
import io.entente.translator.apigee.dialect.ApigeeKinds;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Reads what belongs to the organisation: groups of environments, products, developers, apps. */
final class OrganizationRead {

  /** Apigee gives no more developers with their details in one answer. */
  private static final int EXPANDED = 1000;

  private final OrganizationCalls calls;
  private final String organization;
  private final Facts facts;

  OrganizationRead(OrganizationCalls calls, String organization, Facts facts) {
    this.calls = calls;
    this.organization = organization;
    this.facts = facts;
  }

  Part organization() throws ApigeeFailure {
    return Part.of(facts.of(ApigeeKinds.ORGANIZATIONS, organization, calls.get()));
  }

  Part environmentGroups() throws ApigeeFailure {
    var jobs = new ArrayList<Part.Job>();
    for (Node group : calls.environmentGroups()) {
      String name = name(group, "name", "envgroups");
      jobs.add(() -> Part.of(group(name, group)));
    }
    return Part.then(List.of(), jobs);
  }

  Part products() throws ApigeeFailure {
    return named(calls.products(), ApigeeKinds.APIPRODUCTS, "name");
  }

  /** Those beyond the first thousand are found by their addresses and asked one by one. */
  Part developers() throws ApigeeFailure {
    List<Node> first = calls.developers();
    Part part = named(first, ApigeeKinds.DEVELOPERS, "email");
    if (first.size() < EXPANDED) {
      return part;
    }
    Set<String> known = new HashSet<>();
    part.found().forEach(developer -> known.add(developer.key().nativeId()));
    var jobs = new ArrayList<Part.Job>();
    for (String email : calls.developerEmails()) {
      if (known.add(email)) {
        jobs.add(
            () ->
                Part.of(
                    calls.developer(email).stream()
                        .map(d -> facts.of(ApigeeKinds.DEVELOPERS, email, d))
                        .toList()));
      }
    }
    return Part.then(part.found(), jobs);
  }

  /** A list holds apps of one status; an app that changes it meanwhile is counted once. */
  Part apps() throws ApigeeFailure {
    var all = new TreeMap<String, NativeObject>();
    for (String status : List.of("approved", "revoked")) {
      for (Node app : calls.apps(status)) {
        String id = name(app, "appId", "apps");
        Node bare = app instanceof Node.Obj obj ? obj.without("credentials") : app;
        all.put(id, facts.of(ApigeeKinds.APPS, id, bare));
      }
    }
    return Part.of(List.copyOf(all.values()));
  }

  private NativeObject group(String name, Node group) throws ApigeeFailure {
    List<Node> environments =
        calls.environmentGroupAttachments(name).stream()
            .flatMap(attachment -> Trees.text(attachment, "environment").stream())
            .sorted()
            .<Node>map(Node::text)
            .toList();
    Node.Obj said = group instanceof Node.Obj obj ? obj : Node.obj();
    return facts.of(ApigeeKinds.ENVGROUPS, name, said.with("environments", Node.arr(environments)));
  }

  private Part named(List<Node> raw, String kind, String field) throws ApigeeFailure {
    var found = new TreeMap<String, NativeObject>();
    for (Node node : raw) {
      String name = name(node, field, kind);
      found.put(name, facts.of(kind, name, node));
    }
    return Part.of(List.copyOf(found.values()));
  }

  private static String name(Node node, String field, String list) throws ApigeeFailure {
    return Trees.text(node, field)
        .filter(text -> !text.isBlank())
        .orElseThrow(() -> Failures.strange("GET " + list, "one without " + field));
  }
}
