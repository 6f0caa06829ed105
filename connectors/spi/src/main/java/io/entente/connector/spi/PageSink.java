package io.entente.connector.spi;

import io.entente.model.nativeobject.NativeObject;
import java.util.List;

/** Takes pages of a read, on the reader's thread. */
@FunctionalInterface
public interface PageSink {

  void page(List<NativeObject> objects);
}
