package io.entente.connector.testkit;

import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.ObjectKey;
import java.util.Optional;
import java.util.TreeMap;

/** A gateway that is a map. Every write counts; answers can be lost, reads can fail. */
final class FakeGateway {

  private final TreeMap<ObjectKey, Content> objects = new TreeMap<>();
  private long writes;
  private boolean readsFail;
  private boolean answerLost;

  /** The call took effect, its answer did not arrive. */
  static final class AnswerLost extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** The gateway cannot be read. */
  static final class ReadFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  TreeMap<ObjectKey, Content> list() {
    if (readsFail) {
      throw new ReadFailed();
    }
    return new TreeMap<>(objects);
  }

  Optional<Content> get(ObjectKey key) {
    return Optional.ofNullable(objects.get(key));
  }

  void write(ObjectKey key, Optional<Content> content) {
    writes++;
    content.ifPresentOrElse(c -> objects.put(key, c), () -> objects.remove(key));
    if (answerLost) {
      answerLost = false;
      throw new AnswerLost();
    }
  }

  /** Somebody else's edit: not counted. */
  void edit(ObjectKey key, Content content) {
    objects.put(key, content);
  }

  void failReads() {
    readsFail = true;
  }

  void loseNextAnswer() {
    answerLost = true;
  }

  long writes() {
    return writes;
  }
}
