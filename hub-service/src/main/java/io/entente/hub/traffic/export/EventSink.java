package io.entente.hub.traffic.export;

import io.entente.hub.traffic.store.RecordedRequest;
import java.io.Closeable;
import java.io.IOException;

/** A file that requests are written to; complete once closed. For one thread. */
interface EventSink extends Closeable {

  void add(RecordedRequest request) throws IOException;
}
