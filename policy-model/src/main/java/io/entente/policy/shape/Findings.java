package io.entente.policy.shape;

import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.CanonicalText;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.model.tree.Scalar;
import java.util.ArrayList;
import java.util.List;

/** Collects every problem of one document. Confined to one thread. */
public final class Findings {

  private static final int LONGEST_VALUE = 200;

  private final List<Problem> problems = new ArrayList<>();

  /** A value of the right type that cannot be; {@code valid} says what would be. */
  public void invalid(NodePath path, Node node, String valid) {
    invalid("INVALID_VALUE", path, node, valid);
  }

  /** The same with a code of its own. */
  public void invalid(String code, NodePath path, Node node, String valid) {
    String text = text(node);
    problems.add(
        Problem.user(
            code, place(path) + " cannot be '" + text + "'", place(path), text, "Use " + valid));
  }

  /** The same where the value may be a secret and is not repeated. */
  public void invalidUnsaid(NodePath path, String valid) {
    problems.add(
        Problem.user(
            "INVALID_VALUE",
            place(path) + " has a value that is not valid",
            place(path),
            "Use " + valid));
  }

  /** What the model itself refused. */
  public void refused(NodePath path, IllegalArgumentException why) {
    String message = why.getMessage() == null ? "the value is refused" : why.getMessage();
    problems.add(
        Problem.user(
            "INVALID_VALUE", message, place(path), "Change what the message names and try again"));
  }

  /** Something of another type than text, number, list or object that was expected. */
  public void wrongType(NodePath path, Node node, String valid) {
    String type = type(node);
    problems.add(
        Problem.user("WRONG_TYPE", place(path) + " is " + type, place(path), type, "Use " + valid));
  }

  public void missing(NodePath path, String message, String nextStep) {
    problems.add(Problem.user("MISSING_FIELD", message, place(path), nextStep));
  }

  /** A member nobody knows; its value is never repeated. */
  public void unknown(String code, NodePath path, String name, String message, String nextStep) {
    problems.add(Problem.user(code, message, place(path.field(name)), name, nextStep));
  }

  public void add(Problem problem) {
    problems.add(problem);
  }

  public int count() {
    return problems.size();
  }

  /**
   * @throws ProblemException when anything was found
   */
  public void throwIfAny() {
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
  }

  static String place(NodePath path) {
    return path.segments().isEmpty() ? "(document)" : path.toString();
  }

  private static String text(Node node) {
    if (!(node instanceof Node.Value value)) {
      return type(node);
    }
    String text = value.value() instanceof Scalar.Text t ? t.value() : CanonicalText.of(node);
    return text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) + "..." : text;
  }

  private static String type(Node node) {
    if (node instanceof Node.Obj) {
      return "an object";
    }
    if (node instanceof Node.Arr) {
      return "a list";
    }
    if (node instanceof Node.Value value) {
      if (value.value() instanceof Scalar.Text) {
        return "text";
      }
      if (value.value() instanceof Scalar.Num) {
        return "a number";
      }
      return value.value() instanceof Scalar.Bool ? "true or false" : "null";
    }
    return node instanceof Node.Secret ? "a secret" : "a pending value";
  }
}
