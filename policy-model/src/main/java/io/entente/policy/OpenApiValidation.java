package io.entente.policy;

import io.entente.model.tree.Node;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Requests that an OpenAPI document describes; others are answered 400.
 *
 * @param document of OpenAPI 3.0 or 3.1, without references to other files; see {@link
 *     OpenApiDocument}
 * @param basePath below which its paths lie, without a slash at the end; empty for none. What the
 *     document says of servers is not asked
 * @param request which parts of a request are checked, each once
 * @param unknownParameters whether parameters of the query and cookies that the document does not
 *     have pass
 * @param unknownPaths whether requests pass whose path, or method on it, the document does not have
 */
public record OpenApiValidation(
    Node.Obj document,
    String basePath,
    List<Part> request,
    Unknown unknownParameters,
    Unknown unknownPaths)
    implements PolicyKind {

  /** Segments of letters, digits and marks that need no escape. */
  public static final String BASE_PATH_PATTERN = "(/[A-Za-z0-9._~-]+)*";

  /** The longest base path, in characters. */
  public static final int LONGEST_BASE_PATH = 256;

  private static final Pattern BASE_PATH = Pattern.compile(BASE_PATH_PATTERN);

  /** A part of a request. */
  public enum Part {
    /** In path, query, headers and cookies. */
    PARAMETERS,
    /** Its media type, and what a JSON body holds. */
    BODY
  }

  /** What becomes of what a document does not have. */
  public enum Unknown {
    PASS,
    DENY
  }

  public OpenApiValidation {
    OpenApiDocument.faults(document).stream()
        .findFirst()
        .ifPresent(
            fault -> {
              throw new IllegalArgumentException(
                  "document: " + fault.at() + " is not " + fault.valid());
            });
    if (basePath.length() > LONGEST_BASE_PATH || !BASE_PATH.matcher(basePath).matches()) {
      throw new IllegalArgumentException("basePath '" + basePath + "' is not a path");
    }
    request = List.copyOf(request);
    if (request.isEmpty() || request.stream().distinct().count() < request.size()) {
      throw new IllegalArgumentException("request " + request + " names nothing, or a part twice");
    }
  }

  @Override
  public String kindName() {
    return "openApiValidation";
  }

  @Override
  public Combine combine() {
    return Combine.REPLACE;
  }
}
