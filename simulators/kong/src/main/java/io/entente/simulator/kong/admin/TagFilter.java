package io.entente.simulator.kong.admin;

import io.entente.simulator.kong.Json;
import io.entente.simulator.kong.entity.Refusal;
import io.entente.simulator.kong.http.Request;
import io.entente.simulator.kong.store.Transaction;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * {@code tags=a,b} or {@code tags=a/b}.
 *
 * @param isAnd whether an entity must carry all of them
 */
record TagFilter(List<String> tags, boolean isAnd) {

  static Optional<TagFilter> of(Request request) {
    return request.argument("tags").map(TagFilter::parse);
  }

  private static TagFilter parse(String text) {
    boolean isAnd = text.contains(",") || !text.contains("/");
    String separator = isAnd ? "," : "/";
    List<String> tags = List.of(text.split(separator, -1));
    if (tags.stream().anyMatch(tag -> tag.isEmpty() || tag.contains("/") || tag.contains(","))) {
      throw Refusal.options(Json.object().put("tags", "invalid filter syntax"));
    }
    return new TagFilter(tags, isAnd);
  }

  /** Ids of the entities of a collection that carry the tags, in their order. */
  NavigableSet<String> ids(Transaction transaction, String collection) {
    List<NavigableSet<String>> sets =
        tags.stream().map(tag -> transaction.idsOfTag(collection, tag)).toList();
    if (sets.size() == 1) {
      return sets.get(0);
    }
    if (isAnd) {
      var common =
          new TreeSet<>(
              sets.stream().min(Comparator.comparingInt(NavigableSet::size)).orElseThrow());
      sets.forEach(common::retainAll);
      return common;
    }
    var any = new TreeSet<String>();
    sets.forEach(any::addAll);
    return any;
  }
}
