package io.entente.connector.apigee;

import io.entente.model.problem.FailureClass;
import io.entente.model.problem.Problem;
import io.entente.model.tree.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Reads lists to their end in the ways Apigee pages them. A field that is absent from an answer is
 * an empty list, as Google leaves out what is empty.
 */
final class Paging {

  private static final int MOST_PAGES = 10_000;
  private static final int PAGE = 1000;

  private final ManagementApi api;
  private final int page;

  Paging(ManagementApi api) {
    this(api, PAGE);
  }

  Paging(ManagementApi api, int page) {
    this.api = api;
    this.page = page;
  }

  /** A bare array of names. */
  List<String> names(List<String> path) throws ApigeeFailure {
    var call = Call.get(path, Map.of());
    Node body = api.json(call);
    if (body instanceof Node.Obj empty && empty.fields().isEmpty()) {
      return List.of();
    }
    if (!(body instanceof Node.Arr list)) {
      throw Failures.strange(call.what(), "something else than a list of names");
    }
    var names = new ArrayList<String>();
    for (Node item : list.items()) {
      names.add(
          Trees.text(item)
              .orElseThrow(() -> Failures.strange(call.what(), "a list with no name in it")));
    }
    return names;
  }

  /** Everything at once, in a field. */
  List<Node> once(List<String> path, Map<String, String> query, String field) throws ApigeeFailure {
    return items(Call.get(path, query), field);
  }

  /**
   * {@code count} and {@code startKey}: each page begins with the last item of the one before,
   * which is dropped.
   *
   * @param key what an item is found by
   */
  List<Node> byStartKey(
      List<String> path,
      Map<String, String> query,
      String field,
      Function<Node, Optional<String>> key)
      throws ApigeeFailure {
    var all = new ArrayList<Node>();
    Set<String> seen = new HashSet<>();
    Optional<String> last = Optional.empty();
    for (int count = 0; count < MOST_PAGES; count++) {
      var asked = new TreeMap<>(query);
      asked.put("count", Integer.toString(page));
      last.ifPresent(from -> asked.put("startKey", from));
      var call = Call.get(path, asked);
      List<Node> items = items(call, field);
      for (int i = 0; i < items.size(); i++) {
        Node item = items.get(i);
        String name =
            key.apply(item).orElseThrow(() -> Failures.strange(call.what(), "an unnamed item"));
        boolean repeated = i == 0 && last.equals(Optional.of(name));
        if (!repeated && !seen.add(name)) {
          throw endless(call, ApigeeErrorCode.PAGING_LOOP, "leads back to '" + name + "'");
        }
        if (!repeated) {
          all.add(item);
        }
      }
      Optional<String> next =
          items.isEmpty() ? Optional.empty() : key.apply(items.get(items.size() - 1));
      if (items.size() < page || next.equals(last)) {
        return all;
      }
      last = next;
    }
    throw endless(Call.get(path, query), ApigeeErrorCode.TOO_MANY_PAGES, tooMany());
  }

  /** {@code pageSize} and {@code pageToken}. */
  List<Node> byToken(List<String> path, Map<String, String> query, String field)
      throws ApigeeFailure {
    var all = new ArrayList<Node>();
    Set<String> tokens = new HashSet<>();
    Optional<String> token = Optional.empty();
    for (int count = 0; count < MOST_PAGES; count++) {
      var asked = new TreeMap<>(query);
      asked.put("pageSize", Integer.toString(page));
      token.ifPresent(at -> asked.put("pageToken", at));
      var call = Call.get(path, asked);
      Node body = api.json(call);
      all.addAll(Trees.items(Trees.field(body, field)));
      token = Trees.text(body, "nextPageToken").filter(text -> !text.isEmpty());
      if (token.isEmpty()) {
        return all;
      }
      if (!tokens.add(token.get())) {
        throw endless(call, ApigeeErrorCode.PAGING_LOOP, "leads back to a page already read");
      }
    }
    throw endless(Call.get(path, query), ApigeeErrorCode.TOO_MANY_PAGES, tooMany());
  }

  /** {@code limit} and {@code offset}, until a page is not full. */
  List<Node> byOffset(
      List<String> path, Map<String, String> query, Function<Node, List<Node>> items)
      throws ApigeeFailure {
    var all = new ArrayList<Node>();
    List<Node> before = List.of();
    for (int count = 0; count < MOST_PAGES; count++) {
      var asked = new TreeMap<>(query);
      asked.put("limit", Integer.toString(page));
      asked.put("offset", Integer.toString(count * page));
      var call = Call.get(path, asked);
      List<Node> found = items.apply(api.json(call));
      if (!found.isEmpty() && found.equals(before)) {
        throw endless(call, ApigeeErrorCode.PAGING_LOOP, "does not move with the offset");
      }
      all.addAll(found);
      if (found.size() < page) {
        return all;
      }
      before = found;
    }
    throw endless(Call.get(path, query), ApigeeErrorCode.TOO_MANY_PAGES, tooMany());
  }

  private List<Node> items(Call call, String field) throws ApigeeFailure {
    Node body = api.json(call);
    if (!(body instanceof Node.Obj)) {
      throw Failures.strange(call.what(), "something else than an object");
    }
    return Trees.items(Trees.field(body, field));
  }

  private static String tooMany() {
    return "has more than " + MOST_PAGES + " pages";
  }

  private static ApigeeFailure endless(Call call, String code, String why) {
    return new ApigeeFailure(
        200,
        FailureClass.UNSUPPORTED,
        Problem.vendor(
            code,
            call.what() + " " + why,
            call.what(),
            "Check what stands between the hub and the management API."),
        false);
  }
}
