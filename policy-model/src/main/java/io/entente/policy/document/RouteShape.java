package io.entente.policy.document;

import io.entente.model.estate.PathMatch;
import io.entente.model.estate.Route;
import io.entente.model.identity.Labels;
import io.entente.model.identity.RouteName;
import io.entente.policy.shape.ExactlyOne;
import io.entente.policy.shape.Field;
import io.entente.policy.shape.LabelsShape;
import io.entente.policy.shape.ListShape;
import io.entente.policy.shape.ObjectShape;
import io.entente.policy.shape.Shape;
import io.entente.policy.shape.TextShape;
import java.util.List;
import java.util.TreeSet;

/** One route of an Api document. */
final class RouteShape {

  private static final TextShape PATH_TEXT =
      TextShape.of(
          "a URL path: it starts with '/', has no query, and at most 2048 characters",
          "/[A-Za-z0-9._~!$&'()*+,;=:@%/-]*",
          2048);

  private static final Field<String> PREFIX =
      Field.optional("prefix", PATH_TEXT, "This path and all below it, by whole segments.");

  private static final Field<String> EXACT =
      Field.optional("exact", PATH_TEXT, "Exactly this path.");

  private static final Shape<PathMatch> MATCH =
      ObjectShape.of(
          List.of(PREFIX, EXACT),
          List.of(new ExactlyOne("path match", "UNKNOWN_FIELD", List.of("prefix", "exact"))),
          read ->
              read.find(PREFIX)
                  .<PathMatch>map(PathMatch.Prefix::new)
                  .orElseGet(() -> new PathMatch.Exact(read.get(EXACT))),
          (match, out) ->
              out.put(match instanceof PathMatch.Prefix ? PREFIX : EXACT, match.path()));

  private static final Field<RouteName> NAME =
      Field.required(
          "name", NameShapes.NAME.as(RouteName::new, RouteName::value), "Unique within the API.");

  private static final Field<PathMatch> PATH =
      Field.required("path", MATCH, "Which paths the route answers.");

  private static final Field<List<String>> METHODS =
      Field.withDefault(
          "methods",
          ListShape.distinct(NameShapes.METHOD, 0),
          List.of(),
          "Which methods the route answers; none means every method.");

  private static final Field<Labels> LABELS =
      Field.withDefault("labels", new LabelsShape(), Labels.none(), "For selectors.");

  static final Field<List<Route>> ROUTES =
      Field.required(
          "routes",
          ListShape.distinctBy(
              ObjectShape.of(
                  List.of(NAME, PATH, METHODS, LABELS),
                  List.of(),
                  read ->
                      new Route(
                          read.get(NAME),
                          read.get(PATH),
                          new TreeSet<>(read.get(METHODS)),
                          read.get(LABELS)),
                  RouteShape::write),
              1,
              "name",
              Route::name),
          "How requests are matched.");

  private RouteShape() {}

  private static void write(Route route, ObjectShape.Written out) {
    out.put(NAME, route.name());
    out.put(PATH, route.match());
    out.put(METHODS, List.copyOf(route.methods()));
    out.put(LABELS, route.labels());
  }
}
