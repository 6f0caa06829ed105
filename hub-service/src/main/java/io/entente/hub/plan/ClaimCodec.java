package io.entente.hub.plan;

import static io.entente.hub.plan.StoredTree.items;
import static io.entente.hub.plan.StoredTree.number;
import static io.entente.hub.plan.StoredTree.text;

import io.entente.model.identity.ApiName;
import io.entente.model.identity.PolicyName;
import io.entente.model.identity.PolicyVersion;
import io.entente.model.nativeobject.Claim;
import io.entente.model.nativeobject.ClaimSource;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Claims to and from stored trees, in an order that depends on nothing but the claims. */
public final class ClaimCodec {

  private ClaimCodec() {}

  public static Node write(Claim claim) {
    Node sources = sorted(claim.sources(), ClaimCodec::source);
    if (claim instanceof Claim.Fields fields) {
      return Node.obj(
          Map.of(
              "type",
              Node.text("fields"),
              "paths",
              sorted(fields.paths(), path -> Node.text(path.toString())),
              "sources",
              sources));
    }
    if (claim instanceof Claim.Element element) {
      return Node.obj(
          Map.of(
              "type",
              Node.text("element"),
              "list",
              Node.text(element.list().toString()),
              "field",
              Node.text(element.mergeField()),
              "value",
              Node.text(element.mergeValue()),
              "sources",
              sources));
    }
    if (claim instanceof Claim.FileSet files) {
      return Node.obj(
          Map.of(
              "type",
              Node.text("files"),
              "names",
              sorted(files.names(), Node::text),
              "sources",
              sources));
    }
    return Node.obj(Map.of("type", Node.text("whole"), "sources", sources));
  }

  public static Claim read(Node node) {
    Set<ClaimSource> sources =
        items(node, "sources").stream().map(ClaimCodec::readSource).collect(Collectors.toSet());
    return switch (text(node, "type")) {
      case "whole" -> new Claim.Whole(sources);
      case "fields" ->
          new Claim.Fields(
              items(node, "paths").stream()
                  .map(path -> NodePath.parse(plain(path)))
                  .collect(Collectors.toSet()),
              sources);
      case "element" ->
          new Claim.Element(
              NodePath.parse(text(node, "list")),
              text(node, "field"),
              text(node, "value"),
              sources);
      case "files" ->
          new Claim.FileSet(
              items(node, "names").stream().map(ClaimCodec::plain).collect(Collectors.toSet()),
              sources);
      default -> throw new IllegalStateException("stored claim type " + text(node, "type"));
    };
  }

  public static Node source(ClaimSource source) {
    if (source instanceof ClaimSource.OfPolicy of) {
      return named("policy", of.version().policy().value(), of.version().version());
    }
    if (source instanceof ClaimSource.OfApi of) {
      return named("api", of.api().value(), of.version());
    }
    return named("foundation", "", 0);
  }

  public static ClaimSource readSource(Node node) {
    return switch (text(node, "of")) {
      case "policy" ->
          new ClaimSource.OfPolicy(
              new PolicyVersion(new PolicyName(text(node, "name")), number(node, "version")));
      case "api" -> new ClaimSource.OfApi(new ApiName(text(node, "name")), number(node, "version"));
      case "foundation" -> new ClaimSource.OfFoundation();
      default -> throw new IllegalStateException("stored source of " + text(node, "of"));
    };
  }

  private static Node named(String of, String name, int version) {
    return Node.obj(
        Map.of("of", Node.text(of), "name", Node.text(name), "version", Node.number(version)));
  }

  private static String plain(Node node) {
    return text(Node.obj(Map.of("v", node)), "v");
  }

  /** A sorted list: sets have no order of their own, and a hash must not depend on one. */
  static <T> Node sorted(Collection<T> values, Function<T, Node> write) {
    return Node.arr(
        values.stream()
            .map(write)
            .sorted(java.util.Comparator.comparing(io.entente.model.tree.CanonicalText::of))
            .toList());
  }
}
