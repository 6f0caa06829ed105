package io.entente.policy.generated;

import io.entente.model.tree.Node;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Changes one place of a document at random; the result may still be valid. */
public final class Mutation {

  private static final List<Node> ODDITIES =
      List.of(
          Node.text(""),
          Node.text("x"),
          Node.text("X"),
          Node.text("route"),
          Node.text("Route"),
          Node.text("header:X-A"),
          Node.text("header:x-a"),
          Node.text("a/b"),
          Node.text("/a?b"),
          Node.text("*"),
          Node.text("host"),
          Node.text("1m"),
          Node.text("PT1M"),
          Node.text("01m"),
          Node.text("0s"),
          Node.text("1h30m"),
          Node.text("366d"),
          Node.text("367d"),
          Node.text("31622400s"),
          Node.text("31622401s"),
          Node.text("500ms"),
          Node.text("60s"),
          Node.text("61s"),
          Node.text("24h"),
          Node.text("86401s"),
          Node.text("10.0.0.0/8"),
          Node.text("10.0.0.1"),
          Node.text("10.0.0.1/8"),
          Node.text("10.0.0.0/33"),
          Node.text("10.0.0.256"),
          Node.text("2001:DB8::/32"),
          Node.text("::1"),
          Node.text("::ffff:a00:1"),
          Node.text("1:2:3:4:5:6:7:8:9"),
          Node.text("https://a.example"),
          Node.text("https://a.example:443"),
          Node.text("https://a.example:65536"),
          Node.text("https://a.example/"),
          Node.text("null"),
          Node.text("get"),
          Node.text("GET"),
          Node.text("query"),
          Node.text("header"),
          Node.text("aud"),
          Node.text("RSA"),
          Node.text("EC"),
          Node.text("none"),
          Node.text("RS256"),
          Node.text("https://a.example/jwks"),
          Node.text("http://a.example/jwks"),
          Node.text("tab\there"),
          Node.text("z".repeat(254)),
          Node.text("z".repeat(4097)),
          Node.number(0),
          Node.number(1),
          Node.number(65536),
          Node.number(1_000_000_001L),
          Node.number(new BigDecimal("1.5")),
          Node.number(-1_000_001),
          Node.bool(true),
          Node.nothing(),
          Node.obj(),
          Node.arr(List.of()),
          Node.obj(Map.of("name", Node.text("x"))),
          Node.arr(List.of(Node.text("x"))));

  private final Random random;

  public Mutation(long seed) {
    this.random = new Random(seed);
  }

  public Node of(Node node) {
    boolean deeper = random.nextInt(5) > 0;
    if (node instanceof Node.Obj obj && !obj.fields().isEmpty()) {
      return deeper ? inside(obj) : changed(obj);
    }
    if (node instanceof Node.Arr arr && !arr.items().isEmpty()) {
      return deeper ? inside(arr) : changed(arr);
    }
    return oddity();
  }

  private Node inside(Node.Obj obj) {
    String name = anyName(obj);
    return obj.with(name, of(obj.fields().get(name)));
  }

  private Node changed(Node.Obj obj) {
    String name = anyName(obj);
    return switch (random.nextInt(4)) {
      case 0 -> obj.without(name);
      case 1 -> obj.with(name + "s", oddity());
      case 2 -> obj.without(name).with(name + "x", obj.fields().get(name));
      default -> obj.with(name, oddity());
    };
  }

  private Node inside(Node.Arr arr) {
    var items = new ArrayList<>(arr.items());
    int at = random.nextInt(items.size());
    items.set(at, of(items.get(at)));
    return Node.arr(items);
  }

  private Node changed(Node.Arr arr) {
    var items = new ArrayList<>(arr.items());
    int at = random.nextInt(items.size());
    switch (random.nextInt(3)) {
      case 0 -> items.remove(at);
      case 1 -> items.add(items.get(at));
      default -> items.add(oddity());
    }
    return Node.arr(items);
  }

  private Node oddity() {
    return ODDITIES.get(random.nextInt(ODDITIES.size()));
  }

  private String anyName(Node.Obj obj) {
    var names = List.copyOf(new TreeMap<>(obj.fields()).keySet());
    return names.get(random.nextInt(names.size()));
  }
}
