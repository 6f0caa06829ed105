package io.entente.engine;

import graphql.language.Definition;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A GraphQL document, read within bounds and counted. Of the library the parser is used here, and
 * nothing else of it.
 */
final class GraphqlText {

  private static final ParserOptions BOUNDS =
      ParserOptions.newParserOptions()
          .captureIgnoredChars(false)
          .captureSourceLocation(false)
          .captureLineComments(false)
          .readerTrackData(false)
          .maxCharacters(1_048_576)
          .maxTokens(50_000)
          .maxWhitespaceTokens(1_048_576)
          .maxRuleDepth(400)
          .redactTokenParserErrorMessages(true)
          .build();

  /** A count that is larger than any limit. */
  private static final int COUNTED_TO = 1_000_000;

  private final Map<String, FragmentDefinition> fragments = new HashMap<>();
  private final Map<String, Size> measured = new HashMap<>();
  private final Set<String> open = new HashSet<>();
  private boolean introspects;

  /** What an operation, or a part of it, comes to. */
  private record Size(int depth, int fields, int aliases) {

    static final Size NONE = new Size(0, 0, 0);

    Size beside(Size other) {
      return new Size(
          Math.max(depth, other.depth),
          Math.min(fields + other.fields, COUNTED_TO),
          Math.min(aliases + other.aliases, COUNTED_TO));
    }
  }

  /**
   * What a document comes to: of several operations the largest of each number.
   *
   * @param fragments that it defines
   * @param introspects whether it asks for the schema
   */
  record Counted(int depth, int fields, int aliases, int fragments, boolean introspects) {}

  private static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;
  }

  private GraphqlText() {}

  /** Empty where it is no document of operations, or one beyond the bounds. */
  static Optional<Counted> read(String text) {
    return parsed(text).flatMap(GraphqlText::counted);
  }

  /** The tree of a document; empty where it is none, or one beyond the bounds. */
  static Optional<Document> parsed(String text) {
    try {
      var environment =
          ParserEnvironment.newParserEnvironment().document(text).parserOptions(BOUNDS).build();
      return Optional.of(Parser.parse(environment));
    } catch (InvalidSyntaxException e) {
      return Optional.empty();
    }
  }

  /** Empty where it is no document of operations, or its fragments are not to be followed. */
  static Optional<Counted> counted(Document document) {
    try {
      return Optional.of(new GraphqlText().count(document));
    } catch (Unreadable e) {
      return Optional.empty();
    }
  }

  private Counted count(Document document) throws Unreadable {
    for (Definition<?> definition : document.getDefinitions()) {
      if (definition instanceof FragmentDefinition fragment
          && fragments.put(fragment.getName(), fragment) != null) {
        throw new Unreadable();
      }
    }
    Size largest = Size.NONE;
    boolean asks = false;
    for (Definition<?> definition : document.getDefinitions()) {
      if (definition instanceof OperationDefinition operation) {
        asks = true;
        Size size = size(operation.getSelectionSet());
        largest =
            new Size(
                Math.max(largest.depth(), size.depth()),
                Math.max(largest.fields(), size.fields()),
                Math.max(largest.aliases(), size.aliases()));
      } else if (!(definition instanceof FragmentDefinition)) {
        throw new Unreadable();
      }
    }
    for (String unused : fragments.keySet()) {
      fragment(unused);
    }
    if (!asks) {
      throw new Unreadable();
    }
    return new Counted(
        largest.depth(), largest.fields(), largest.aliases(), fragments.size(), introspects);
  }

  private Size size(SelectionSet set) throws Unreadable {
    Size all = Size.NONE;
    for (Selection<?> selection : set.getSelections()) {
      all = all.beside(size(selection));
    }
    return all;
  }

  private Size size(Selection<?> selection) throws Unreadable {
    if (selection instanceof FragmentSpread spread) {
      return fragment(spread.getName());
    }
    if (selection instanceof InlineFragment inline) {
      return size(inline.getSelectionSet());
    }
    var field = (Field) selection;
    introspects |= field.getName().equals("__schema") || field.getName().equals("__type");
    SelectionSet below = field.getSelectionSet();
    Size inside = below == null ? Size.NONE : size(below);
    return new Size(
        Math.min(inside.depth() + 1, COUNTED_TO),
        Math.min(inside.fields() + 1, COUNTED_TO),
        Math.min(inside.aliases() + (field.getAlias() == null ? 0 : 1), COUNTED_TO));
  }

  private Size fragment(String name) throws Unreadable {
    Size known = measured.get(name);
    if (known != null) {
      return known;
    }
    FragmentDefinition fragment = fragments.get(name);
    if (fragment == null || !open.add(name)) {
      throw new Unreadable();
    }
    Size size = size(fragment.getSelectionSet());
    open.remove(name);
    measured.put(name, size);
    return size;
  }
}
