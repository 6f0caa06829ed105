package io.entente.translator.apigee.dialect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of an endpoint file, from which Steps of ours are cut and into which they are put.
 *
 * <p>Characters are bytes (ISO 8859-1), so that no letter of others can change on the way. A flow
 * that we had to make, or to open where it was written {@code <Request/>}, holds a comment that
 * says so, and goes or closes again with our last Step.
 */
final class EndpointText {

  private static final String MADE = "<!--entente-made-->";
  private static final String OPENED = "<!--entente-opened-->";
  private static final String MOVED = "<!--entente-moved-->";
  private static final Pattern NAME =
      Pattern.compile("<Name\\s*>\\s*(entente-[^<\\s]*)\\s*</Name\\s*>");

  private String text;

  EndpointText(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  /** A Step of ours: the policy it calls, and its text with the blanks that set it off. */
  record Cut(String policy, String text) {}

  /**
   * Takes our Steps out of {@code place}, in document order; what we made for them goes too, also
   * where somebody else has taken the Steps out already.
   */
  List<Cut> cut(StepPlace place) throws XmlScanner.Malformed {
    Optional<XmlElement> side = side(place);
    List<Cut> cuts =
        side.map(found -> place.first() ? cutFirst(found) : cutLast(found)).orElse(List.of());
    restore(place);
    return cuts;
  }

  /** Puts {@code steps} into {@code place}; makes the flow where there is none. */
  void put(StepPlace place, List<String> steps) throws XmlScanner.Malformed {
    if (steps.isEmpty()) {
      return;
    }
    String joined = String.join("", steps);
    XmlElement root = XmlScanner.scan(text);
    if (root.selfClosing()) {
      throw new XmlScanner.Malformed("has nothing in its root element");
    }
    if (flow(root, place).isEmpty()) {
      insert(root.innerEnd(), "<%1$s name=\"%1$s\">%2$s</%1$s>".formatted(place.flow(), MADE));
    }
    open(flow(XmlScanner.scan(text), place).orElseThrow());
    XmlElement flow = flow(XmlScanner.scan(text), place).orElseThrow();
    if (flow.child(place.side()).isEmpty()) {
      insert(
          place.first() ? afterMark(flow) : flow.innerEnd(),
          "<%1$s>%2$s</%1$s>".formatted(place.side(), MADE));
    }
    open(side(place).orElseThrow());
    XmlElement side = side(place).orElseThrow();
    insert(place.first() ? afterMark(side) : side.innerEnd(), joined);
  }

  private List<Cut> cutFirst(XmlElement side) {
    var cuts = new ArrayList<Cut>();
    var removed = new ArrayList<int[]>();
    int expected = afterMark(side);
    for (XmlElement child : side.children()) {
      Optional<String> policy = ours(child);
      if (policy.isPresent()) {
        boolean inPlace = blankOrMoved(expected, child.start());
        int from = inPlace ? expected : child.start();
        cuts.add(new Cut(policy.get(), (inPlace ? "" : MOVED) + text.substring(from, child.end())));
        removed.add(new int[] {from, child.end()});
        expected = inPlace ? child.end() : -1;
      }
    }
    remove(removed);
    return cuts;
  }

  private List<Cut> cutLast(XmlElement side) {
    Deque<Cut> cuts = new ArrayDeque<>();
    Deque<int[]> removed = new ArrayDeque<>();
    int expected = side.innerEnd();
    for (int i = side.children().size() - 1; i >= 0; i--) {
      XmlElement child = side.children().get(i);
      Optional<String> policy = ours(child);
      if (policy.isPresent()) {
        boolean inPlace = blankOrMoved(child.end(), expected);
        int to = inPlace ? expected : child.end();
        cuts.addFirst(
            new Cut(policy.get(), text.substring(child.start(), to) + (inPlace ? "" : MOVED)));
        removed.addFirst(new int[] {child.start(), to});
        expected = inPlace ? child.start() : -1;
      }
    }
    remove(List.copyOf(removed));
    return List.copyOf(cuts);
  }

  private Optional<String> ours(XmlElement child) {
    if (!child.name().equals("Step")) {
      return Optional.empty();
    }
    return child.child("Name").stream()
        .map(name -> NAME.matcher(name.whole(text)))
        .filter(Matcher::matches)
        .map(matcher -> matcher.group(1))
        .findFirst();
  }

  private boolean blankOrMoved(int from, int to) {
    return from >= 0 && from <= to && text.substring(from, to).replace(MOVED, "").isBlank();
  }

  private void restore(StepPlace place) throws XmlScanner.Malformed {
    Optional<XmlElement> side = side(place);
    if (side.isPresent()) {
      restore(side.get());
    }
    Optional<XmlElement> flow = flow(XmlScanner.scan(text), place);
    if (flow.isPresent()) {
      restore(flow.get());
    }
  }

  private void restore(XmlElement element) {
    if (element.selfClosing()) {
      return;
    }
    String content = element.content(text);
    if (content.equals(MADE)) {
      remove(List.of(new int[] {element.start(), element.end()}));
    } else if (content.equals(OPENED)) {
      text = text.substring(0, element.inner() - 1) + "/>" + text.substring(element.end());
    }
  }

  /** Gives a self-closing element a body. */
  private void open(XmlElement element) {
    if (element.selfClosing()) {
      text =
          text.substring(0, element.end() - 2)
              + ">"
              + OPENED
              + "</"
              + element.name()
              + ">"
              + text.substring(element.end());
    }
  }

  private int afterMark(XmlElement element) {
    for (String mark : List.of(MADE, OPENED)) {
      if (text.startsWith(mark, element.inner())) {
        return element.inner() + mark.length();
      }
    }
    return element.inner();
  }

  private Optional<XmlElement> side(StepPlace place) throws XmlScanner.Malformed {
    return flow(XmlScanner.scan(text), place).flatMap(flow -> flow.child(place.side()));
  }

  private static Optional<XmlElement> flow(XmlElement root, StepPlace place) {
    return root.child(place.flow());
  }

  private void insert(int at, String what) {
    text = text.substring(0, at) + what + text.substring(at);
  }

  private void remove(List<int[]> ranges) {
    for (int i = ranges.size() - 1; i >= 0; i--) {
      text = text.substring(0, ranges.get(i)[0]) + text.substring(ranges.get(i)[1]);
    }
  }
}
