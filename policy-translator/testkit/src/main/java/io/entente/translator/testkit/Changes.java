package io.entente.translator.testkit;

import io.entente.model.event.Recording;
import io.entente.model.event.Recording.ErrorsAndSample;
import io.entente.policy.AccessBlock;
import io.entente.policy.ApiKey;
import io.entente.policy.BasicAuth;
import io.entente.policy.BotDetection;
import io.entente.policy.Cidr;
import io.entente.policy.ConsumerAccess;
import io.entente.policy.CorrelationId;
import io.entente.policy.Cors;
import io.entente.policy.GraphqlIntrospection;
import io.entente.policy.GraphqlLimits;
import io.entente.policy.GraphqlSchema;
import io.entente.policy.HeaderTransform;
import io.entente.policy.HeaderTransform.Edit;
import io.entente.policy.InjectionProtection;
import io.entente.policy.IpFilter;
import io.entente.policy.JsonThreat;
import io.entente.policy.Jwt;
import io.entente.policy.LimitKey;
import io.entente.policy.LogMasking;
import io.entente.policy.Mtls;
import io.entente.policy.OAuth2Introspection;
import io.entente.policy.OpenApiValidation;
import io.entente.policy.Policy;
import io.entente.policy.PolicyKind;
import io.entente.policy.PolicySpec.Mode;
import io.entente.policy.Quota;
import io.entente.policy.RateLimit;
import io.entente.policy.RequestSize;
import io.entente.policy.ResponseCache;
import io.entente.policy.SpikeArrest;
import io.entente.policy.TrafficLog;
import io.entente.policy.XmlThreat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The same policy with another value of one field. */
public final class Changes {

  private Changes() {}

  public static Policy of(Policy policy, String field) {
    var spec = policy.spec();
    if (field.equals("mode")) {
      Mode other = spec.mode() == Mode.ENFORCE ? Mode.OBSERVE : Mode.ENFORCE;
      return Policies.of("p", other, spec.merge(), spec.kind());
    }
    return Policies.of("p", spec.mode(), spec.merge(), kind(spec.kind(), field));
  }

  private static PolicyKind kind(PolicyKind kind, String field) {
    if (kind instanceof RateLimit limit) {
      return limit(limit, field);
    }
    if (kind instanceof HeaderTransform transform) {
      return field.startsWith("request")
          ? new HeaderTransform(edited(transform.request(), index(field)), transform.response())
          : new HeaderTransform(transform.request(), edited(transform.response(), index(field)));
    }
    if (kind instanceof IpFilter filter) {
      Cidr other = Cidr.parse("192.0.2.0/24");
      return field.startsWith("allow")
          ? new IpFilter(replaced(filter.allow(), index(field), other), filter.deny())
          : new IpFilter(filter.allow(), replaced(filter.deny(), index(field), other));
    }
    if (kind instanceof Cors cors) {
      return cors(cors, field);
    }
    return kind instanceof TrafficLog log ? log(log, field) : simple(kind, field);
  }

  /** The same with another value of one field. */
  public static TrafficLog log(TrafficLog log, String field) {
    Duration delay = Duration.ofSeconds(log.maxDelay().equals(Duration.ofSeconds(1)) ? 2 : 1);
    Recording sample = new ErrorsAndSample(10);
    return switch (field) {
      case "maxDelay" -> new TrafficLog(delay, log.record());
      case "record" ->
          new TrafficLog(
              log.maxDelay(), log.record().equals(sample) ? new ErrorsAndSample(100) : sample);
      default -> throw new IllegalArgumentException("a log has no field " + field);
    };
  }

  private static PolicyKind simple(PolicyKind kind, String field) {
    if (kind instanceof SpikeArrest arrest) {
      return new SpikeArrest(
          arrest.rate() + (field.equals("rate") ? 1 : 0),
          field.equals("per") ? other(arrest.per()) : arrest.per(),
          arrest.burst() + (field.equals("burst") ? 1 : 0),
          field.equals("key") ? key(arrest.key()) : arrest.key(),
          field.equals("onMissingKey") ? other(arrest.onMissingKey()) : arrest.onMissingKey());
    }
    if (kind instanceof Quota quota) {
      return new Quota(
          quota.requests() + (field.equals("requests") ? 1 : 0),
          field.equals("period") ? other(quota.period()) : quota.period(),
          field.equals("key") ? key(quota.key()) : quota.key(),
          field.equals("onMissingKey") ? other(quota.onMissingKey()) : quota.onMissingKey());
    }
    if (kind instanceof AccessBlock block) {
      return new AccessBlock(
          block.status() - (field.equals("status") ? 1 : 0),
          field.equals("contentType") ? "text/html" : block.contentType(),
          block.body() + (field.equals("body") ? "." : ""));
    }
    if (kind instanceof RequestSize size) {
      return new RequestSize(size.maxBytes() + 1);
    }
    if (kind instanceof ApiKey key) {
      return AccessChanges.of(key, field);
    }
    if (kind instanceof Jwt jwt) {
      return AccessChanges.of(jwt, field);
    }
    if (kind instanceof OAuth2Introspection introspection) {
      return AccessChanges.of(introspection, field);
    }
    if (kind instanceof BasicAuth basic) {
      return AccessChanges.of(basic, field);
    }
    if (kind instanceof BotDetection bots) {
      return AccessChanges.of(bots, field);
    }
    if (kind instanceof ConsumerAccess access) {
      return AccessChanges.of(access, field);
    }
    return kind instanceof CorrelationId id ? correlation(id, field) : later(kind, field);
  }

  private static PolicyKind later(PolicyKind kind, String field) {
    if (kind instanceof JsonThreat json) {
      return BodyChanges.of(json, field);
    }
    if (kind instanceof XmlThreat xml) {
      return BodyChanges.of(xml, field);
    }
    if (kind instanceof InjectionProtection injection) {
      return BodyChanges.of(injection, field);
    }
    if (kind instanceof ResponseCache cache) {
      return MediationChanges.of(cache, field);
    }
    if (kind instanceof LogMasking masking) {
      return MediationChanges.of(masking, field);
    }
    if (kind instanceof GraphqlLimits limits) {
      return new GraphqlLimits(
          more(limits.maxDepth(), field.equals("maxDepth")),
          more(limits.maxFields(), field.equals("maxFields")),
          more(limits.maxAliases(), field.equals("maxAliases")),
          more(limits.maxFragments(), field.equals("maxFragments")));
    }
    if (kind instanceof Mtls mtls) {
      return AccessChanges.of(mtls, field);
    }
    if (kind instanceof OpenApiValidation openApi) {
      return RandomOpenApi.changed(openApi, field);
    }
    if (kind instanceof GraphqlSchema graphql) {
      return new GraphqlSchema(graphql.schema() + "scalar Other\n");
    }
    return kind instanceof GraphqlIntrospection introspection
        ? new GraphqlIntrospection(!introspection.allow())
        : UpstreamChanges.of(kind, field);
  }

  private static CorrelationId correlation(CorrelationId id, String field) {
    return new CorrelationId(
        field.equals("header") ? "x-other" : id.header(),
        field.equals("onInbound") ? other(id.onInbound()) : id.onInbound(),
        field.equals("echo") != id.echo());
  }

  private static Optional<Integer> more(Optional<Integer> most, boolean wanted) {
    return wanted ? most.map(limit -> limit + 1) : most;
  }

  /** The next constant. */
  private static <E extends Enum<E>> E other(E value) {
    E[] all = value.getDeclaringClass().getEnumConstants();
    return all[(value.ordinal() + 1) % all.length];
  }

  private static LimitKey key(LimitKey key) {
    return key instanceof LimitKey.Header
        ? new LimitKey.ClientIp()
        : new LimitKey.Header("x-other");
  }

  private static RateLimit limit(RateLimit limit, String field) {
    Duration minute = Duration.ofMinutes(1);
    Duration window = limit.window().equals(minute) ? Duration.ofHours(1) : minute;
    return new RateLimit(
        limit.requests() + (field.equals("requests") ? 1 : 0),
        field.equals("window") ? window : limit.window(),
        field.equals("key") ? key(limit.key()) : limit.key(),
        field.equals("onMissingKey") ? other(limit.onMissingKey()) : limit.onMissingKey());
  }

  private static List<Edit> edited(List<Edit> edits, int index) {
    Edit before = edits.get(index);
    Edit other = new Edit.Set(before.name(), "other");
    return replaced(edits, index, before.equals(other) ? new Edit.Remove(before.name()) : other);
  }

  private static Cors cors(Cors cors, String field) {
    int at = field.contains("[") ? index(field) : 0;
    String name = field.replaceAll("\\[.*", "");
    return new Cors(
        name.equals("allowOrigins")
            ? replaced(cors.allowOrigins(), at, "https://other.test")
            : cors.allowOrigins(),
        name.equals("allowMethods")
            ? replaced(cors.allowMethods(), at, "PATCH")
            : cors.allowMethods(),
        name.equals("allowHeaders")
            ? replaced(cors.allowHeaders(), at, "x-other")
            : cors.allowHeaders(),
        name.equals("exposeHeaders")
            ? replaced(cors.exposeHeaders(), at, "x-other")
            : cors.exposeHeaders(),
        name.equals("allowCredentials") != cors.allowCredentials(),
        name.equals("maxAge") ? cors.maxAge().plusSeconds(1) : cors.maxAge());
  }

  static <T> List<T> replaced(List<T> list, int index, T value) {
    var copy = new ArrayList<>(list);
    copy.set(index, value);
    return copy;
  }

  private static int index(String field) {
    return Integer.parseInt(field.replaceAll("\\D", ""));
  }
}
