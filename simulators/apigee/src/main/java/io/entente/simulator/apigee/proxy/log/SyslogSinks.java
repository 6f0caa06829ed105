package io.entente.simulator.apigee.proxy.log;

import io.entente.simulator.apigee.proxy.tls.Trust;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One sink a server. Any thread. */
public final class SyslogSinks implements AutoCloseable {

  private final Trust trust;
  private final String host;
  private final Map<SyslogAddress, SyslogSink> sinks = new ConcurrentHashMap<>();

  /**
   * @param host the name lines are sent under
   */
  public SyslogSinks(Trust trust, String host) {
    this.trust = trust;
    this.host = host;
  }

  public String host() {
    return host;
  }

  /** Returns at once. */
  public void send(SyslogAddress to, String line) {
    sinks.computeIfAbsent(to, a -> new SyslogSink(new SyslogConnection(a, trust))).add(line);
  }

  /** Lines that were not delivered. */
  public long lost() {
    return sinks.values().stream().mapToLong(SyslogSink::lost).sum();
  }

  @Override
  public void close() {
    sinks.values().forEach(SyslogSink::close);
  }
}
