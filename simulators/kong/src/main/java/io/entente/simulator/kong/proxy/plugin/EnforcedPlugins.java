package io.entente.simulator.kong.proxy.plugin;

import io.entente.simulator.kong.proxy.log.LogQueues;
import io.entente.simulator.kong.proxy.metrics.ProxyMetrics;
import java.util.List;

/** The plugins of one node. */
public final class EnforcedPlugins {

  private EnforcedPlugins() {}

  public static List<Plugin> create(LogQueues queues, ProxyMetrics metrics, CacheStore cache) {
    return List.of(
        new CorrelationId(),
        new BotDetection(),
        new Cors(),
        new Jwt(),
        new KeyAuth(),
        new BasicAuth(),
        new IpRestriction(),
        new RequestSizeLimiting(),
        new Acl(),
        new RateLimiting(),
        new ResponseRateLimiting(),
        new RequestTransformer(),
        new ResponseTransformer(),
        new ProxyCache(cache),
        new Prometheus(metrics),
        new HttpLog(queues),
        new RequestTermination());
  }
}
