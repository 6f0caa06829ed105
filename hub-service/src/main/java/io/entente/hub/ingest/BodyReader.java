package io.entente.hub.ingest;

import java.io.IOException;
import java.io.InputStream;

/** Reads an unpacked body to its end. */
@FunctionalInterface
interface BodyReader<B> {

  /**
   * What it holds.
   *
   * @throws io.entente.model.problem.ProblemException when it is no such body
   * @throws IOException what the body throws
   */
  B read(InputStream body) throws IOException;
}
