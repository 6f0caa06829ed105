package io.entente.policy.shape;

import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.model.tree.Scalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One of a few words. */
public final class ChoiceShape<T> implements Shape<T> {

  private final String code;
  private final Map<String, T> choices;

  private ChoiceShape(String code, Map<String, T> choices) {
    this.code = code;
    this.choices = choices;
  }

  /** Words and what they mean, in the order they are offered. */
  public static <T> ChoiceShape<T> of(Map<String, T> choices) {
    return new ChoiceShape<>("INVALID_VALUE", new LinkedHashMap<>(choices));
  }

  /** Words that stand for themselves; another word is a problem with {@code code}. */
  public static ChoiceShape<String> words(String code, List<String> words) {
    var choices = new LinkedHashMap<String, String>();
    words.forEach(word -> choices.put(word, word));
    return new ChoiceShape<>(code, choices);
  }

  /** The values of an enum in upper camel case: {@code READ_ONLY} is {@code ReadOnly}. */
  public static <E extends Enum<E>> ChoiceShape<E> upperCamel(Class<E> type) {
    return constants(type, true);
  }

  /** The values of an enum in lower camel case: {@code READ_ONLY} is {@code readOnly}. */
  public static <E extends Enum<E>> ChoiceShape<E> lowerCamel(Class<E> type) {
    return constants(type, false);
  }

  private static <E extends Enum<E>> ChoiceShape<E> constants(Class<E> type, boolean upper) {
    var choices = new LinkedHashMap<String, E>();
    for (E constant : type.getEnumConstants()) {
      choices.put(Words.camel(constant.name(), upper), constant);
    }
    return of(choices);
  }

  @Override
  public Optional<T> read(Node node, NodePath path, Findings findings) {
    String valid = Words.oneOf(choices.keySet());
    if (!(node instanceof Node.Value value) || !(value.value() instanceof Scalar.Text text)) {
      findings.wrongType(path, node, valid);
      return Optional.empty();
    }
    T choice = choices.get(text.value());
    if (choice == null) {
      findings.invalid(code, path, node, valid + Words.hint(text.value(), choices.keySet()));
    }
    return Optional.ofNullable(choice);
  }

  @Override
  public Node write(T value) {
    return choices.entrySet().stream()
        .filter(choice -> choice.getValue().equals(value))
        .map(choice -> Node.text(choice.getKey()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("'" + value + "' is not a choice"));
  }

  @Override
  public Node.Obj schema() {
    return Node.obj(
        Map.of(
            "type", Node.text("string"),
            "enum", Node.arr(choices.keySet().stream().map(Node::text).toList())));
  }
}
