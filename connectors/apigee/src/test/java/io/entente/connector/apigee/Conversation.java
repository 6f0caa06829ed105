package io.entente.connector.apigee;

import java.util.concurrent.atomic.AtomicLong;

/** Counts what was checked against the description of the API, over all tests of this process. */
final class Conversation {

  static final Conversation CHECKED = new Conversation();

  private final AtomicLong requests = new AtomicLong();
  private final AtomicLong answers = new AtomicLong();

  private Conversation() {}

  void add(long moreRequests, long moreAnswers) {
    requests.addAndGet(moreRequests);
    answers.addAndGet(moreAnswers);
  }

  @Override
  public String toString() {
    return requests + " requests and " + answers + " answers checked";
  }
}
