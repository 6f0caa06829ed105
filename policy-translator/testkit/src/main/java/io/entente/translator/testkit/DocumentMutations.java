package io.entente.translator.testkit;

import io.entente.model.tree.Node;
import io.entente.model.tree.Scalar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * What a wrong translator could have written: a document with one field changed. Each value is
 * changed once, each field and each item of a list is left out once.
 */
public final class DocumentMutations {

  private final Random random;
  private final List<Mutant> mutants = new ArrayList<>();

  private DocumentMutations(Random random) {
    this.random = random;
  }

  /**
   * @param path of the field, for example {@code config.minute}
   * @param change what was done to it
   * @param document the whole of it, changed
   */
  public record Mutant(String path, String change, Node document) {}

  /** All of a document; the random values are from {@code random}. */
  public static List<Mutant> of(Node document, Random random) {
    var mutations = new DocumentMutations(random);
    mutations.walk("", document, changed -> changed);
    return mutations.mutants;
  }

  private void walk(String path, Node node, UnaryOperator<Node> inDocument) {
    if (node instanceof Node.Obj obj) {
      obj.fields()
          .forEach(
              (name, value) -> {
                String at = path.isEmpty() ? name : path + "." + name;
                add(at, "dropped", inDocument.apply(obj.without(name)));
                walk(at, value, changed -> inDocument.apply(obj.with(name, changed)));
              });
    } else if (node instanceof Node.Arr arr) {
      for (int i = 0; i < arr.items().size(); i++) {
        int position = i;
        String at = path + "[" + i + "]";
        add(at, "dropped", inDocument.apply(replaced(arr, position, List.of())));
        walk(
            at,
            arr.items().get(i),
            changed -> inDocument.apply(replaced(arr, position, List.of(changed))));
      }
    } else if (node instanceof Node.Value value) {
      Node other = other(value.value());
      add(path, value.value() + " -> " + ((Node.Value) other).value(), inDocument.apply(other));
    }
  }

  private void add(String path, String change, Node document) {
    mutants.add(new Mutant(path, change, document));
  }

  private static Node replaced(Node.Arr arr, int position, List<Node> instead) {
    var items = new ArrayList<>(arr.items());
    items.remove(position);
    items.addAll(position, instead);
    return Node.arr(items);
  }

  private Node other(Scalar scalar) {
    if (scalar instanceof Scalar.Bool bool) {
      return Node.bool(!bool.value());
    }
    if (scalar instanceof Scalar.Num number) {
      return Node.number(other(number.value()));
    }
    return scalar instanceof Scalar.Text text ? Node.text(other(text.value())) : Node.text("x");
  }

  private BigDecimal other(BigDecimal number) {
    return switch (random.nextInt(3)) {
      case 0 -> number.add(BigDecimal.ONE);
      case 1 -> number.subtract(BigDecimal.ONE);
      default -> number.signum() == 0 ? BigDecimal.TEN : number.add(number);
    };
  }

  private String other(String text) {
    return otherText(text, random);
  }

  /** One letter or digit is another, so that the text still looks like what it is. */
  static String otherText(String text, Random random) {
    int[] places =
        IntStream.range(0, text.length())
            .filter(i -> Character.isLetterOrDigit(text.charAt(i)) && text.charAt(i) < 128)
            .toArray();
    if (places.length == 0) {
      return text + "x";
    }
    int at = places[random.nextInt(places.length)];
    char before = text.charAt(at);
    char last = Character.isDigit(before) ? '9' : 'z';
    char after = before == last ? (char) (before - 1) : last;
    return text.substring(0, at) + after + text.substring(at + 1);
  }
}
