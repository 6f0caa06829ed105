package io.entente.translator.apigee.reverse;

import io.entente.model.event.Recording;
import io.entente.policy.ApiKey;
import io.entente.policy.CorrelationId;
import io.entente.policy.CorrelationId.OnInbound;
import io.entente.policy.GraphqlIntrospection;
import io.entente.policy.GraphqlLimits;
import io.entente.policy.GraphqlSchema;
import io.entente.policy.HeaderTransform;
import io.entente.policy.HeaderTransform.Edit;
import io.entente.policy.OnMissingKey;
import io.entente.policy.PolicyKind;
import io.entente.policy.Preflight;
import io.entente.policy.Quota;
import io.entente.policy.RateLimit;
import io.entente.policy.RequestSize;
import io.entente.policy.SpikeArrest;
import io.entente.policy.TrafficLog;
import io.entente.translator.apigee.emit.AgentCondition;
import io.entente.translator.apigee.emit.CallerCondition;
import io.entente.translator.apigee.emit.MessageLoggingPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** Steps of ours that one policy came to, and what it probably said. */
final class OwnGroup {

  /** The longest length is written last. */
  private static final Pattern LENGTH = Pattern.compile("([0-9]{1,12})\\)\\$\"");

  private final List<OwnStep> steps = new ArrayList<>();
  private final SortedMap<String, PolicyElement> policies = new TreeMap<>();
  private final SortedMap<String, String> resources = new TreeMap<>();

  /**
   * @param resources of the bundle, by the address that policies name them by
   */
  void add(OwnStep step, Element policy, Map<String, String> resources) {
    steps.add(step);
    this.resources.putAll(resources);
    policies.put(step.run().policy(), new PolicyElement(policy));
  }

  OwnStep first() {
    return steps.get(0);
  }

  List<OwnStep> steps() {
    return steps;
  }

  /**
   * What translates to these Steps, if anything does; whether it really does is asked elsewhere.
   *
   * @param basePath of the proxy, without a slash at its end
   * @throws Unsaid nothing does
   */
  PolicyKind kind(String basePath) throws Unsaid {
    return switch (first().what()) {
      case "limit", "nokey" -> limit();
      case "address" -> new AccessControlReader().read(policy("address"), onRequest()).kind();
      case "block" -> new RaiseFaultReader().read(policy("block"), onRequest()).kind();
      case "cors" -> new CorsReader().read(policy("cors"), onRequest()).kind();
      case "size" -> size();
      case "agent" ->
          AgentCondition.read(first().run().condition().orElse(""))
              .orElseThrow(() -> new Unsaid("has a condition that names no agents"));
      case "caller" ->
          CallerCondition.read(first().run().condition().orElse(""))
              .orElseThrow(
                  () -> new Unsaid("names no callers: where nobody is identified all are refused"));
      case "kept", "fresh", "id", "echo" -> id();
      case "request", "response" -> headers();
      case "key", "keyless", "keyhidden" -> key();
      case "tokenx1", "tokenhidden" -> new OwnToken(this, onRequest()).kind();
      case "jsonguard", "json", "jsonfault" -> new OwnBodies(this).json();
      case "xmlguard", "xml", "xmlfault" -> new OwnBodies(this).xml();
      case "regex", "regexfault" -> OwnPatterns.of(policy("regex"));
      case "introtoken", "introhash", "introhidden" -> new OwnIntrospection(this).kind();
      case "gqlbare" -> operations();
      case "gqxbare" -> new GraphqlIntrospection(false);
      case "gqsbare" -> schema();
      // The events are the same whatever delay was allowed; the shortest promises least.
      case "log" -> new TrafficLog(Duration.ofSeconds(1), recording());
      case "oas", "oasguard" -> new OwnDocument(this).kind(basePath);
      case "cache", "cachekey", "cachecookies" -> new OwnCache(this).kind();
      default -> throw new Unsaid("has a name of ours that says nothing known");
    };
  }

  private PolicyKind limit() throws Unsaid {
    PolicyElement counting = policy("limit");
    PolicyKind kind =
        counting.name().equals("Quota")
            ? new QuotaReader().read(counting, onRequest()).kind()
            : new SpikeArrestReader().read(counting, onRequest()).kind();
    OnMissingKey missing = missing();
    if (kind instanceof RateLimit r) {
      return new RateLimit(r.requests(), r.window(), r.key(), missing);
    }
    if (kind instanceof Quota q) {
      return new Quota(q.requests(), q.period(), q.key(), missing);
    }
    return kind instanceof SpikeArrest s
        ? new SpikeArrest(s.rate(), s.per(), s.burst(), s.key(), missing)
        : kind;
  }

  private OnMissingKey missing() throws Unsaid {
    Optional<PolicyElement> nokey = find("nokey");
    if (nokey.isEmpty() || nokey.get().name().equals("RaiseFault")) {
      return OnMissingKey.DENY;
    }
    return nokey.get().child("Identifier").isPresent() ? OnMissingKey.IP : OnMissingKey.SHARED;
  }

  private PolicyKind key() throws Unsaid {
    ApiKey read = (ApiKey) new VerifyApiKeyReader().read(policy("key"), onRequest()).kind();
    boolean passes =
        steps.stream()
            .filter(step -> step.what().equals("key"))
            .anyMatch(step -> step.run().condition().orElse("").contains("\"OPTIONS\""));
    return new ApiKey(
        read.in(),
        read.name(),
        find("keyhidden").isPresent(),
        passes ? Preflight.PASS : Preflight.CHECK,
        read.credentials());
  }

  private PolicyKind operations() throws Unsaid {
    PolicyElement counting = policy("gqlparse");
    Optional<Integer> depth = most(counting, "MaxDepth");
    Optional<Integer> fragments = most(counting, "MaxCount");
    return tried(() -> new GraphqlLimits(depth, Optional.empty(), Optional.empty(), fragments));
  }

  private PolicyKind schema() throws Unsaid {
    String schema = resource(policy("gqsverify").value("ResourceURL"));
    return tried(() -> new GraphqlSchema(schema));
  }

  String resource(Optional<String> address) throws Unsaid {
    return address
        .flatMap(named -> Optional.ofNullable(resources.get(named)))
        .orElseThrow(() -> new Unsaid("names a resource that is not in the bundle"));
  }

  /** What is written for no limit is more than any. */
  private static Optional<Integer> most(PolicyElement counting, String child) throws Unsaid {
    long most = PolicyElement.number(child, counting.value(child).orElse(""));
    return most > GraphqlLimits.MOST ? Optional.empty() : Optional.of((int) most);
  }

  private Recording recording() throws Unsaid {
    Optional<PolicyElement> syslog = policy("log").child("Syslog");
    return MessageLoggingPolicy.recording(
        syslog.isPresent() ? syslog.get().value("Message").orElse("") : "");
  }

  private PolicyKind size() throws Unsaid {
    Matcher length = LENGTH.matcher(first().run().condition().orElse(""));
    if (!length.find()) {
      throw new Unsaid("has a condition that names no length");
    }
    long most = Long.parseLong(length.group(1));
    return tried(() -> new RequestSize(most));
  }

  private PolicyKind id() throws Unsaid {
    PolicyElement written = policy("id");
    Optional<PolicyElement> header = written.child("Set");
    for (String child : List.of("Headers", "Header")) {
      header = header.isEmpty() ? header : header.get().child(child);
    }
    String name = header.flatMap(h -> h.attribute("name")).orElse("");
    OnInbound inbound = find("kept").isPresent() ? OnInbound.KEEP : OnInbound.REPLACE;
    return tried(() -> new CorrelationId(name, inbound, find("echo").isPresent()));
  }

  private PolicyKind headers() throws Unsaid {
    List<Edit> request = edits("request");
    List<Edit> response = edits("response");
    return tried(() -> new HeaderTransform(request, response));
  }

  /** What is removed and then set, is set. */
  private List<Edit> edits(String side) throws Unsaid {
    var edits = new ArrayList<Edit>();
    for (OwnStep step : steps) {
      if (step.what().equals(side)) {
        boolean request = side.equals("request");
        Run run = request ? onRequest() : onResponse();
        HeaderTransform said =
            (HeaderTransform) new AssignMessageReader().read(policy(side, step.rest()), run).kind();
        for (Edit edit : request ? said.request() : said.response()) {
          edits.add(absent(step, edit));
        }
      }
    }
    edits.removeIf(
        edit ->
            edit instanceof Edit.Remove
                && edits.stream()
                    .anyMatch(e -> e instanceof Edit.Set && e.name().equals(edit.name())));
    return edits;
  }

  private static Edit absent(OwnStep step, Edit edit) {
    return step.rest().startsWith("absent_") && edit instanceof Edit.Set set
        ? new Edit.AddIfAbsent(set.name(), set.value())
        : edit;
  }

  PolicyElement policy(String what) throws Unsaid {
    return find(what).orElseThrow(() -> new Unsaid("stands without the Step " + what));
  }

  private PolicyElement policy(String what, String rest) throws Unsaid {
    return find(what, rest).orElseThrow(() -> new Unsaid("stands without the Step " + what));
  }

  private Optional<PolicyElement> find(String what) {
    return steps.stream()
        .filter(step -> step.what().equals(what))
        .findFirst()
        .flatMap(step -> Optional.ofNullable(policies.get(step.run().policy())));
  }

  private Optional<PolicyElement> find(String what, String rest) {
    return steps.stream()
        .filter(step -> step.what().equals(what) && step.rest().equals(rest))
        .findFirst()
        .flatMap(step -> Optional.ofNullable(policies.get(step.run().policy())));
  }

  private static PolicyKind tried(Supplier<PolicyKind> kind) throws Unsaid {
    return Meaning.of(kind, new TreeMap<>()).kind();
  }

  private static Run onRequest() {
    return run(true);
  }

  private static Run onResponse() {
    return run(false);
  }

  private static Run run(boolean request) {
    return new Run(
        "", "", Optional.empty(), "", request, true, List.of(), Optional.empty(), Optional.empty());
  }
}
