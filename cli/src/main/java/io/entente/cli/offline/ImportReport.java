package io.entente.cli.offline;

import io.entente.json.YamlTree;
import io.entente.model.tree.Node;
import io.entente.policy.Policy;
import io.entente.policy.document.ApiDocuments;
import io.entente.policy.document.PolicyDocuments;
import io.entente.translator.reverse.FoundPolicy;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was read, as documents and as a report. */
public final class ImportReport {

  private ImportReport() {}

  /** Api documents that were made and that policies need, then the policies. */
  public static List<Node> documents(OfflineImport read) {
    var named =
        read.policies().keySet().stream()
            .flatMap(policy -> policy.spec().targets().stream())
            .flatMap(target -> target.name().stream())
            .map(name -> name.split("/", -1)[0])
            .collect(Collectors.toSet());
    return Stream.concat(
            read.apis().stream()
                .filter(api -> named.contains(api.name().value()))
                .map(ApiDocuments::write),
            read.policies().keySet().stream().map(PolicyDocuments::write))
        .toList();
  }

  public static String yaml(List<Node> documents) {
    return documents.stream().map(YamlTree::write).collect(Collectors.joining("---\n"));
  }

  public static Node.Obj of(OfflineImport read) {
    return Node.obj()
        .with("from", Node.text(read.target().name()))
        .with("gateway", Node.text(read.gateway().value()))
        .with("notes", Report.list(read.notes(), Node::text))
        .with("policies", Report.list(read.policies().entrySet(), ImportReport::policy))
        .with(
            "expressed", Report.list(read.reading().expressed(), key -> Node.text(key.toString())))
        .with("remainder", Node.arr(remainder(read)));
  }

  private static Node policy(Map.Entry<Policy, FoundPolicy> entry) {
    Policy policy = entry.getKey();
    FoundPolicy found = entry.getValue();
    return Node.obj()
        .with("policy", Node.text(policy.id().policy().value()))
        .with("kind", Node.text(policy.spec().kind().kindName()))
        .with("object", Node.text(found.from().toString()))
        .with("path", Node.text(found.path()))
        .with("targets", Report.list(policy.spec().targets(), t -> Node.text(t.name().orElse(""))))
        .with("unexpressed", texts(found.unexpressed()));
  }

  private static List<Node> remainder(OfflineImport read) {
    return read.reading().remainder().keySet().stream()
        .<Node>map(
            key ->
                Node.obj()
                    .with("object", Node.text(key.toString()))
                    .with(
                        "reason",
                        Node.text(read.reading().reasons().getOrDefault(key, "holds no policy"))))
        .toList();
  }

  private static Node texts(SortedMap<String, String> texts) {
    var fields = new TreeMap<String, Node>();
    texts.forEach((path, why) -> fields.put(path, Node.text(why)));
    return Node.obj(fields);
  }
}
