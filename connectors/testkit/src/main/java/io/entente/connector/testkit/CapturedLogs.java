package io.entente.connector.testkit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Everything any part of the process except the simulators logs while it is open. */
public final class CapturedLogs implements AutoCloseable {

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

  public CapturedLogs() {
    handler.setLevel(Level.ALL);
    root.addHandler(handler);
    root.setLevel(Level.FINE);
  }

  public List<String> lines() {
    return lines;
  }

  @Override
  public void close() {
    root.removeHandler(handler);
    root.setLevel(before);
  }
}
