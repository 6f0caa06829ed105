package io.entente.connector.apigee;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Everything any part of the process logs while it is open. */
final class CapturedLogs implements AutoCloseable {

  private final Logger root = Logger.getLogger("");
  private final Level before = root.getLevel();
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          String simulator = "io.entente.simulator";
          if (line.getLoggerName() == null || !line.getLoggerName().startsWith(simulator)) {
            lines.add(line.getMessage() + " " + line.getThrown());
          }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  CapturedLogs() {
    handler.setLevel(Level.ALL);
    root.addHandler(handler);
    root.setLevel(Level.FINE);
  }

  List<String> lines() {
    return lines;
  }

  @Override
  public void close() {
    root.removeHandler(handler);
    root.setLevel(before);
  }
}
