package io.entente.hub.estate;

import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.CanonicalText;
import io.entente.model.tree.Node;
import io.entente.model.tree.Scalar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads fields of one document and gathers what is wrong, so that all is told at once. */
final class DocumentFields {
  private static final int MAX_ECHO = 80;

  private final List<Problem> problems = new ArrayList<>();

  Node.Obj object(Node node, String path) {
    if (node instanceof Node.Obj obj) {
      return obj;
    }
    wrongType(path, node, "an object");
    return Node.obj();
  }

  Node.Obj requiredObject(Node.Obj parent, String at, String name) {
    Optional<Node> field = parent.field(name);
    if (field.isEmpty()) {
      missing(join(at, name), "Add the object '" + name + "'.");
      return Node.obj();
    }
    return object(field.get(), join(at, name));
  }

  void only(Node.Obj obj, String path, Set<String> known) {
    for (var field : obj.fields().entrySet()) {
      if (!known.contains(field.getKey())) {
        problems.add(
            Problem.user(
                "UNKNOWN_FIELD",
                "Field '" + field.getKey() + "' is not known here.",
                join(path, field.getKey()),
                echo(field.getValue()),
                "Remove it or use one of " + new TreeSet<>(known) + "."));
      }
    }
  }

  Optional<String> text(Node.Obj parent, String at, String name) {
    Optional<Node> field = parent.field(name);
    if (field.isEmpty()) {
      return Optional.empty();
    }
    if (field.get() instanceof Node.Value value && value.value() instanceof Scalar.Text text) {
      return Optional.of(text.value());
    }
    wrongType(join(at, name), field.get(), "text");
    return Optional.empty();
  }

  Optional<BigDecimal> number(Node.Obj parent, String at, String name) {
    Optional<Node> field = parent.field(name);
    if (field.isEmpty()) {
      return Optional.empty();
    }
    if (field.get() instanceof Node.Value value && value.value() instanceof Scalar.Num number) {
      return Optional.of(number.value());
    }
    wrongType(join(at, name), field.get(), "a number");
    return Optional.empty();
  }

  Optional<Integer> wholeNumber(Node.Obj parent, String at, String name, int least, int most) {
    Optional<BigDecimal> number = number(parent, at, name);
    Optional<Integer> whole =
        number
            .filter(n -> n.stripTrailingZeros().scale() <= 0)
            .filter(n -> n.compareTo(BigDecimal.valueOf(least)) >= 0)
            .filter(n -> n.compareTo(BigDecimal.valueOf(most)) <= 0)
            .map(BigDecimal::intValueExact);
    if (number.isPresent() && whole.isEmpty()) {
      impossible(
          join(at, name),
          number.get().toPlainString(),
          "Write a whole number from " + least + " to " + most + ".");
    }
    return whole;
  }

  Optional<String> choice(Node.Obj parent, String at, String name, Set<String> choices) {
    Optional<String> text = text(parent, at, name);
    text.filter(value -> !choices.contains(value))
        .ifPresent(
            value ->
                impossible(join(at, name), value, "Use one of " + new TreeSet<>(choices) + "."));
    return text.filter(choices::contains);
  }

  void missing(String path, String nextStep) {
    problems.add(Problem.user("MISSING_FIELD", "'" + path + "' is required.", path, nextStep));
  }

  void impossible(String path, String value, String nextStep) {
    String shown = shorten(value);
    problems.add(
        Problem.user(
            "INVALID_VALUE", "'" + shown + "' is not possible here.", path, shown, nextStep));
  }

  /** The same where the value may hold a secret and is not repeated. */
  void impossibleUnsaid(String path, String nextStep) {
    problems.add(Problem.user("INVALID_VALUE", "The value is not possible here.", path, nextStep));
  }

  void refuseIfAny() {
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
  }

  private void wrongType(String path, Node node, String wanted) {
    problems.add(
        Problem.user(
            "INVALID_VALUE",
            "This must be " + wanted + ".",
            path,
            echo(node),
            "Write " + wanted + "."));
  }

  private static String echo(Node node) {
    return shorten(CanonicalText.of(node));
  }

  private static String shorten(String text) {
    return text.length() <= MAX_ECHO ? text : text.substring(0, MAX_ECHO) + "…";
  }

  private static String join(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
