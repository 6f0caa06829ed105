package io.entente.policy.document;

import io.entente.model.estate.Api;
import io.entente.model.identity.ApiName;
import io.entente.model.tree.Node;
import io.entente.policy.document.ApiSpecShape.ApiSpec;
import java.util.List;
import java.util.TreeSet;

/** Api documents to and from the model. Pure; safe to share between threads. */
public final class ApiDocuments {

  private static final String KIND = "Api";

  private static final DocumentShape<ApiSpec> SHAPE =
      DocumentShape.of(List.of(KIND), ApiSpecShape.SHAPE);

  private ApiDocuments() {}

  /**
   * Reads one document.
   *
   * @param version counts from 1
   * @throws io.entente.model.problem.ProblemException every problem of the document
   */
  public static Api read(Node document, int version) {
    var read = SHAPE.read(document);
    return new Api(
        new ApiName(read.header().name()),
        version,
        read.header().labels(),
        new TreeSet<>(read.spec().gateways()),
        read.spec().bindings(),
        read.spec().hosts(),
        read.spec().upstream(),
        read.spec().routes());
  }

  /** The document that reads back as {@code api}, every field written out. */
  public static Node write(Api api) {
    return SHAPE.write(
        new DocumentShape.Document<>(
            new DocumentHeader(DocumentHeader.API_VERSION, KIND, api.name().value(), api.labels()),
            new ApiSpec(
                List.copyOf(api.gateways()),
                api.bindings(),
                api.hosts(),
                api.upstream(),
                api.routes())));
  }

  /** JSON Schema 2020-12 of the document, without its dialect and title. */
  public static Node.Obj schema() {
    return SHAPE.schema();
  }
}
