package io.entente.translator.kong.reverse;

import io.entente.policy.HeaderTransform;
import io.entente.policy.HeaderTransform.Edit;
import io.entente.policy.PolicyKind;
import java.util.List;
import java.util.Map;

/** request-transformer or response-transformer, as far as they edit headers. */
final class HeaderTransformReader implements PluginReader {

  private static final String OTHERS =
      "Some entries are in another order or case, or are of no edit that a policy has (rename,"
          + " replace without add, add of another value than replace, a template).";

  private final boolean request;

  private HeaderTransformReader(boolean request) {
    this.request = request;
  }

  static HeaderTransformReader ofRequests() {
    return new HeaderTransformReader(true);
  }

  static HeaderTransformReader ofResponses() {
    return new HeaderTransformReader(false);
  }

  @Override
  public String plugin() {
    return request ? "request-transformer" : "response-transformer";
  }

  @Override
  public List<PolicyKind> kinds(Config config, Where where) {
    List<Edit> edits = new WrittenVerbs(config, request).edits();
    if (edits.isEmpty()) {
      throw new NotSaid("none of what it does is an edit of a header that a policy has");
    }
    return List.of(
        request ? new HeaderTransform(edits, List.of()) : new HeaderTransform(List.of(), edits));
  }

  @Override
  public Map<String, String> sentences() {
    return Map.of(
        "config.add.headers", OTHERS,
        "config.append.headers", OTHERS,
        "config.remove.headers", OTHERS,
        "config.rename", "It renames, which no policy does.",
        "config.replace.headers", OTHERS,
        "config.replace.uri", "It changes the path that the upstream sees; policies edit headers.",
        "config.http_method", "It changes the method; policies edit headers.");
  }
}
